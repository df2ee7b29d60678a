# syntax=docker/dockerfile:1
FROM maven:3.9-eclipse-temurin-21 AS build
WORKDIR /build
COPY pom.xml ./
COPY .mvn .mvn
RUN --mount=type=cache,target=/root/.m2 MAVEN_OPTS="" mvn -B -q -Pfast dependency:go-offline
COPY src/main src/main
COPY processes processes
RUN --mount=type=cache,target=/root/.m2 mvn -B -q -Pfast -DskipTests package \
 && java -Djarmode=tools -jar target/oin.jar extract --destination /app

FROM maven:3.9-eclipse-temurin-21 AS build-sample
WORKDIR /build
COPY sample/pom.xml sample/
COPY sample/src/main sample/src/main
RUN --mount=type=cache,target=/root/.m2 mvn -B -q -DskipTests -f sample/pom.xml package

FROM eclipse-temurin:21-jre AS sample
RUN useradd --system --uid 10002 --create-home sample
COPY --from=build-sample /build/sample/target/oin-sample-app.jar /app/sample.jar
USER sample
WORKDIR /home/sample
EXPOSE 8090
ENTRYPOINT ["java", "-jar", "/app/sample.jar", "--server.address=0.0.0.0"]

FROM eclipse-temurin:21-jre AS app
RUN useradd --system --uid 10001 --create-home oin
COPY --from=build /app /app
COPY deploy/start-node /app/start-node
USER oin
WORKDIR /home/oin
EXPOSE 8080
ENTRYPOINT ["/app/start-node"]
