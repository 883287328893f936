//! What is sent back: a file of the site, or a plain word why not.

use std::fs;
use std::path::{Path, PathBuf};

use super::{Request, Site};
use crate::site::PACKED;

const TYPES: [(&str, &str); 11] = [
    ("css", "text/css; charset=utf-8"),
    ("html", "text/html; charset=utf-8"),
    ("ico", "image/x-icon"),
    ("js", "text/javascript; charset=utf-8"),
    ("json", "application/json"),
    ("png", "image/png"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
    ("wasm", "application/wasm"),
    ("webmanifest", "application/manifest+json"),
    ("woff2", "font/woff2"),
];

pub struct Answer {
    status: &'static str,
    headers: Vec<(&'static str, String)>,
    body: Vec<u8>,
}

impl Answer {
    pub fn to(request: &Request, site: &Site) -> Self {
        if !matches!(request.method.as_str(), "GET" | "HEAD") {
            let mut answer = Self::plain("405 Method Not Allowed", "Only GET and HEAD.");
            answer.headers.push(("Allow", "GET, HEAD".to_owned()));
            return answer;
        }
        if format!("{}/", request.path) == site.under {
            let mut answer = Self::plain("301 Moved Permanently", "With a slash at its end.");
            answer.headers.push(("Location", site.under.clone()));
            return answer;
        }
        let file = file(&request.path, site);
        file.and_then(|file| Self::file(&file, request.takes_brotli))
            .unwrap_or_else(|| Self::plain("404 Not Found", "Nothing lies here."))
    }

    /// The whole of it, as it goes over the line.
    pub fn bytes(&self, with_body: bool) -> Vec<u8> {
        let headers: String =
            self.headers.iter().map(|(name, value)| [name, ": ", value, "\r\n"].concat()).collect();
        let mut bytes = format!(
            "HTTP/1.1 {}\r\nContent-Length: {}\r\n{headers}X-Content-Type-Options: nosniff\r\n\r\n",
            self.status,
            self.body.len()
        )
        .into_bytes();
        if with_body {
            bytes.extend_from_slice(&self.body);
        }
        bytes
    }

    fn plain(status: &'static str, text: &str) -> Self {
        let headers = vec![("Content-Type", "text/plain; charset=utf-8".to_owned())];
        Self { status, headers, body: format!("{text}\n").into_bytes() }
    }

    fn file(path: &Path, takes_brotli: bool) -> Option<Self> {
        let name = path.file_name()?.to_str()?;
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        let kind = TYPES.iter().find(|(known, _)| *known == extension).map(|(_, kind)| *kind);
        let mut headers = vec![
            ("Content-Type", kind.unwrap_or("application/octet-stream").to_owned()),
            ("Cache-Control", caching(name).to_owned()),
            ("Vary", "Accept-Encoding".to_owned()),
        ];
        let twin =
            takes_brotli.then(|| fs::read(path.with_file_name(format!("{name}.{PACKED}"))).ok()).flatten();
        let body = if let Some(packed) = twin {
            headers.push(("Content-Encoding", PACKED.to_owned()));
            packed
        } else {
            fs::read(path).ok()?
        };
        Some(Self { status: "200 OK", headers, body })
    }
}

/// The file of the site that a path names, never one outside of its folder.
fn file(path: &str, site: &Site) -> Option<PathBuf> {
    let below = path.strip_prefix(&site.under)?;
    let mut file = site.folder.clone();
    for name in below.split('/').filter(|name| !name.is_empty()) {
        if name.starts_with('.') || name.contains(['\\', ':', '\0']) {
            return None;
        }
        file.push(name);
    }
    if below.is_empty() || below.ends_with('/') {
        file.push("index.html");
    }
    Some(file)
}

/// What has a hash in its name stays what it is; anything else is asked for anew.
fn caching(name: &str) -> &'static str {
    let stem = name.split_once('.').map_or(name, |(stem, _)| stem);
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    if hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct House(Site);

    impl House {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("afterword-server-{name}-{}", std::process::id()));
            fs::create_dir_all(folder.join("dist")).unwrap();
            for (name, content) in [
                ("secret.txt", "secret"),
                ("dist/index.html", "the page"),
                ("dist/worker.js", "the worker"),
                ("dist/app-0123456789abcdef.wasm", "module"),
                ("dist/app-0123456789abcdef.wasm.br", "packed"),
            ] {
                fs::write(folder.join(name), content).unwrap();
            }
            Self(Site { folder: folder.join("dist"), under: "/afterword/".to_owned() })
        }

        fn answer(&self, method: &str, path: &str, takes_brotli: bool) -> String {
            let request = Request { method: method.into(), path: path.into(), takes_brotli, closes: false };
            let bytes = Answer::to(&request, &self.0).bytes(request.wants_body());
            String::from_utf8(bytes).unwrap()
        }
    }

    impl Drop for House {
        fn drop(&mut self) {
            fs::remove_dir_all(self.0.folder.parent().unwrap()).unwrap();
        }
    }

    #[test]
    fn the_page_is_asked_for_anew_and_hashed_files_are_kept() {
        let house = House::new("caching");
        let page = house.answer("GET", "/afterword/", true);
        assert!(page.contains("200 OK") && page.contains("no-cache") && page.ends_with("the page"), "{page}");
        let module = house.answer("GET", "/afterword/app-0123456789abcdef.wasm", false);
        assert!(
            module.contains("Content-Type: application/wasm\r\n") && module.contains("immutable"),
            "{module}"
        );
        assert!(module.ends_with("\r\n\r\nmodule"), "{module}");
    }

    #[test]
    fn the_worker_comes_as_a_script_and_is_asked_for_anew() {
        let worker = House::new("worker").answer("GET", "/afterword/worker.js", false);
        assert!(
            worker.contains("Content-Type: text/javascript") && worker.contains("no-cache\r\n"),
            "{worker}"
        );
    }

    #[test]
    fn brotli_for_whom_takes_it() {
        let answer = House::new("brotli").answer("GET", "/afterword/app-0123456789abcdef.wasm", true);
        assert!(answer.contains("Content-Encoding: br\r\n") && answer.ends_with("packed"), "{answer}");
    }

    #[test]
    fn nothing_outside_of_the_folder_and_nothing_that_is_not_there() {
        let house = House::new("outside");
        for path in ["/afterword/../secret.txt", "/", "/other/", "/afterword/none.js", "/afterword/none"] {
            assert!(house.answer("GET", path, false).starts_with("HTTP/1.1 404"), "{path}");
        }
    }

    #[test]
    fn the_folder_without_its_slash_leads_to_the_one_with_it() {
        let answer = House::new("slash").answer("GET", "/afterword", false);
        assert!(
            answer.starts_with("HTTP/1.1 301") && answer.contains("Location: /afterword/\r\n"),
            "{answer}"
        );
    }

    #[test]
    fn only_reading_and_a_head_has_no_body() {
        let house = House::new("methods");
        assert!(house.answer("POST", "/afterword/", false).starts_with("HTTP/1.1 405"));
        let head = house.answer("HEAD", "/afterword/", false);
        assert!(head.contains("Content-Length: 8\r\n") && head.ends_with("\r\n\r\n"), "{head}");
    }
}
