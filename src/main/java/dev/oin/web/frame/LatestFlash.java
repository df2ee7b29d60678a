package dev.oin.web.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.SessionFlashMapManager;

/**
 * What is said on the next page, once. A form that is sent twice says something twice for the same page, of which a page takes one: the other would be said one page
 * late. The newest takes the place of what was said before.
 */
class LatestFlash extends SessionFlashMapManager {

    @Override
    protected void updateFlashMaps(List<FlashMap> flashMaps, HttpServletRequest request, HttpServletResponse response) {
        var newest = new LinkedHashMap<String, FlashMap>();
        flashMaps.forEach(map -> {
            var target = map.getTargetRequestPath() + "?" + map.getTargetRequestParams();
            newest.remove(target);
            newest.put(target, map);
        });
        super.updateFlashMaps(new ArrayList<>(newest.values()), request, response);
    }
}
