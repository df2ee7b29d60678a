# Finds what the product needs on this machine, or says how to get it. Sourced by ./run, ./lint and ./verify; uses bash and coreutils only.

say()  { printf '%s\n' "$*"; }
fail() { printf '\n%s\n' "$*" >&2; exit 1; }

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

updated=
install() {
    say "Installing $* ..."
    if [ -z "$updated" ]; then apt-get -qq update >/dev/null 2>&1 || true; updated=1; fi
    DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends "$@" >/dev/null 2>&1
}

# The feature version of the JDK at a home; 0 where there is no compiler.
jdk_version() {
    local first
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || { echo 0; return; }
    first=$("$1/bin/java" -version 2>&1 | head -n 1)
    first=${first#*\"}; first=${first%%[!0-9]*}
    echo "${first:-0}"
}

# Sets JAVA_HOME to a JDK of version 21 or newer: the one chosen by the caller, or else the newest found.
search_jdk() {
    local home version best=0 onpath
    if [ -n "${JAVA_HOME:-}" ] && [ "$(jdk_version "$JAVA_HOME")" -ge 21 ]; then return 0; fi
    onpath=$(command -v java || true)
    [ -z "$onpath" ] || onpath=$(dirname "$(dirname "$(realpath "$onpath")")")
    for home in "$onpath" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
                /Library/Java/JavaVirtualMachines/*/Contents/Home; do
        version=$(jdk_version "$home")
        if [ "$version" -ge 21 ] && [ "$version" -gt "$best" ]; then best=$version; export JAVA_HOME=$home; fi
    done
    [ "$best" -ge 21 ]
}

find_jdk() {
    search_jdk && return
    if may_install; then
        for package in openjdk-25-jdk-headless openjdk-21-jdk-headless; do
            install "$package" && search_jdk && return
        done
    fi
    fail "A JDK of version 21 or newer is needed, and none was found in JAVA_HOME, below /usr/lib/jvm or on the PATH.
Install one (package openjdk-21-jdk, or https://adoptium.net) or point JAVA_HOME to it, then start again."
}

maven_fits() {
    local version major rest
    [ -x "$1" ] || return 1
    version=$("$1" -version 2>/dev/null || true)
    version=${version#*Apache Maven }
    major=${version%%.*} rest=${version#*.}
    [ "${major:-0}" -gt 3 ] 2>/dev/null || { [ "$major" = 3 ] && [ "${rest%%.*}" -ge 8 ]; } 2>/dev/null
}

# Sets MVN to Maven 3.8 or newer.
search_maven() {
    for MVN in "${MAVEN_HOME:-}/bin/mvn" "$(command -v mvn || true)" /usr/share/maven/bin/mvn /opt/maven/bin/mvn \
               /opt/apache-maven*/bin/mvn "$HOME"/.sdkman/candidates/maven/current/bin/mvn; do
        maven_fits "$MVN" && return
    done
    return 1
}

find_maven() {
    search_maven && return
    may_install && install maven && search_maven && return
    fail "Maven 3.8 or newer is needed, and none was found in MAVEN_HOME or on the PATH.
Install it (package maven, or https://maven.apache.org/download.cgi), then start again."
}

any_of() {
    local name
    for name in "$@"; do command -v "$name" >/dev/null 2>&1 && return 0; done
    return 1
}

# The browser that runs the sign-in checks, and its driver. A configured Selenium Grid takes their place.
find_browser() {
    [ -z "${OIN_BROWSER_GRID_URL:-}" ] || return 0
    if ! any_of chromium-headless-shell chromium chromium-browser google-chrome || ! any_of chromedriver; then
        if may_install; then
            install chromium chromium-driver || true
        fi
    fi
    if ! any_of chromium-headless-shell && may_install; then
        install chromium-headless-shell || true
    fi
    any_of chromium-headless-shell chromium chromium-browser google-chrome && any_of chromedriver && return 0
    return 1
}

browser_advice="Chromium and its driver are needed for the sign-in checks, and were not found.
Install them (Debian and Ubuntu: apt-get install chromium chromium-driver; chromium-headless-shell as well, where there is one, is faster),
or set OIN_BROWSER_GRID_URL to a Selenium Grid."

# Whether anything among the sources is newer than what was built from them.
is_stale() {
    local built=$1 file; shift
    [ -f "$built" ] || return 0
    shopt -s globstar nullglob
    for file in "$@"; do
        for file in "$file" "$file"/**; do
            if [ -f "$file" ] && [ "$file" -nt "$built" ]; then shopt -u globstar nullglob; return 0; fi
        done
    done
    shopt -u globstar nullglob
    return 1
}

# The jars carry the time of the release, not of the build, so a stamp beside each says when it was built.
build() {
    find_maven
    say "Building $1 (the first time this takes some minutes) ..."
    "$MVN" -B -q -Pfast -DskipTests -f "$2" package || fail "The build failed; see above."
}

# Lays the jar and those in it side by side in the folder, in place of what was there.
unpack() {
    rm -rf "$2"
    "$JAVA_HOME/bin/java" -Djarmode=tools -jar "$1" extract --destination "$2" >/dev/null
}

# Builds the product into the folder if its sources changed, or if the second argument is not empty. Wants JAVA_HOME and the project's folder as the current one.
build_product() {
    if [ -n "$2" ] || [ ! -f target/oin.jar ] || is_stale target/built pom.xml src/main processes; then
        build "the product" pom.xml
        unpack target/oin.jar "$1"
        touch target/built
    fi
}
