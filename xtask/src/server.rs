//! Serves `dist/` to this machine alone, with the headers that a careful static host would send.

use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::thread;

use anyhow::{Context, Result, bail};
use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderValue, header};
use axum::middleware::{self, Next};
use axum::response::{Redirect, Response};
use axum::routing::get;
use axum::serve::ListenerExt;
use tower_http::services::ServeDir;

use crate::options::Options;
use crate::{log, paths, site};

const PORT: u16 = 8080;

/// `cargo xtask serve`: builds, then serves until it is stopped.
pub fn serve(options: &mut Options) -> Result<()> {
    let port = options.number("--port")?.unwrap_or(PORT);
    let under = options.value("--under")?.unwrap_or_else(|| "/".to_owned());
    let ready = options.flag("--no-build");
    options.finish()?;
    if !(under.starts_with('/') && under.ends_with('/')) {
        bail!("--under wants a path like /afterword/, not {under}.");
    }
    let listener = listen(port)?;
    if !ready {
        site::build()?;
    }
    log::heading(&format!("Afterword is at {} (stop with Ctrl+C)", address(&listener, &under)?));
    run(listener, router(&paths::dist(), &under))
}

/// Serves a folder under a path in the background, on a port that is free. Gives its address.
pub fn in_background(folder: &Path, under: &str) -> Result<String> {
    let listener = listen(0)?;
    let address = address(&listener, under)?;
    let router = router(folder, under);
    thread::spawn(move || run(listener, router));
    Ok(address)
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("Port {port} is not free; choose another one with --port."))
}

fn address(listener: &TcpListener, under: &str) -> Result<String> {
    Ok(format!("http://127.0.0.1:{}{under}", listener.local_addr()?.port()))
}

fn run(listener: TcpListener, router: Router) -> Result<()> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        listener.set_nonblocking(true)?;
        // Small answers go out at once, or the bench would measure how long the system waits for more of them.
        let listener =
            tokio::net::TcpListener::from_std(listener)?.tap_io(|stream| drop(stream.set_nodelay(true)));
        Ok(axum::serve(listener, router).await?)
    })
}

/// The files of a folder below a path, which begins and ends with `/`.
fn router(folder: &Path, under: &str) -> Router {
    let files = ServeDir::new(folder).precompressed_br();
    let router = match under.trim_end_matches('/') {
        "" => Router::new().fallback_service(files),
        without_slash => {
            let under = under.to_owned();
            let redirect = Redirect::permanent(&under);
            Router::new().nest_service(&under, files).route(without_slash, get(redirect))
        }
    };
    router.layer(middleware::from_fn(with_headers))
}

/// A file with a hash in its name never changes; a browser asks for any other anew.
async fn with_headers(request: Request, next: Next) -> Response {
    let caching =
        if is_hashed(request.uri().path()) { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = next.run(request).await;
    let is_kept = response.status().is_success();
    let headers = response.headers_mut();
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    if is_kept {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(caching));
    }
    response
}

/// Whether a file is called like `style-0123456789abcdef.css`.
fn is_hashed(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    let stem = name.split('.').next().unwrap_or_default();
    let hash = stem.rsplit_once('-').map_or("", |(_, hash)| hash);
    hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::io::{Read, Write};
    use std::net::TcpStream;
    use std::path::PathBuf;

    use super::*;

    /// A folder that is served below `/afterword/`.
    struct Site {
        folder: PathBuf,
        port: u16,
    }

    impl Site {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("afterword-server-{name}-{}", std::process::id()));
            fs::create_dir_all(folder.join("dist")).unwrap();
            for (name, content) in [
                ("secret.txt", "secret"),
                ("dist/index.html", "the page"),
                ("dist/worker.js", "the worker"),
                ("dist/manifest.webmanifest", "{}"),
                ("dist/app-0123456789abcdef.wasm", "module"),
                ("dist/app-0123456789abcdef.wasm.br", "packed"),
            ] {
                fs::write(folder.join(name), content).unwrap();
            }
            let listener = listen(0).unwrap();
            let port = listener.local_addr().unwrap().port();
            let router = router(&folder.join("dist"), "/afterword/");
            thread::spawn(move || run(listener, router));
            Self { folder, port }
        }

        /// The whole answer, its head in lower case.
        fn answer(&self, method: &str, path: &str, encoding: &str) -> String {
            let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).unwrap();
            let head = format!(
                "{method} {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Encoding: {encoding}\r\n\r\n"
            );
            stream.write_all(head.as_bytes()).unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer.to_lowercase()
        }

        fn get(&self, path: &str) -> String {
            self.answer("GET", path, "identity")
        }
    }

    impl Drop for Site {
        fn drop(&mut self) {
            fs::remove_dir_all(&self.folder).unwrap();
        }
    }

    #[test]
    fn the_page_is_asked_for_anew_and_hashed_files_are_kept() {
        let site = Site::new("caching");
        let page = site.get("/afterword/");
        assert!(page.contains("200 ok") && page.contains("no-cache") && page.ends_with("the page"), "{page}");
        let module = site.get("/afterword/app-0123456789abcdef.wasm");
        let kind = "content-type: application/wasm\r\n";
        assert!(module.contains(kind) && module.contains("immutable"), "{module}");
        assert!(module.ends_with("\r\n\r\nmodule"), "{module}");
    }

    #[test]
    fn the_worker_comes_as_a_script_and_is_asked_for_anew() {
        let worker = Site::new("worker").get("/afterword/worker.js");
        let kind = "content-type: text/javascript";
        assert!(worker.contains(kind) && worker.contains("no-cache\r\n"), "{worker}");
    }

    #[test]
    fn the_manifest_comes_as_one() {
        let manifest = Site::new("manifest").get("/afterword/manifest.webmanifest");
        assert!(manifest.contains("content-type: application/manifest+json\r\n"), "{manifest}");
    }

    #[test]
    fn brotli_for_whoever_takes_it() {
        let site = Site::new("brotli");
        let answer = site.answer("GET", "/afterword/app-0123456789abcdef.wasm", "gzip, br;q=1, zstd");
        assert!(answer.contains("content-encoding: br\r\n") && answer.ends_with("packed"), "{answer}");
        assert!(answer.contains("content-type: application/wasm\r\n"), "{answer}");
        assert!(answer.contains("vary: accept-encoding\r\n"), "{answer}");
    }

    #[test]
    fn nothing_outside_of_the_folder_and_nothing_that_is_not_there() {
        let site = Site::new("outside");
        for path in [
            "/afterword/../secret.txt",
            "/afterword/%2e%2e/secret.txt",
            "/afterword/..%2fsecret.txt",
            "/",
            "/other/",
            "/afterword/none.js",
            "/afterword/none",
        ] {
            let answer = site.get(path);
            assert!(answer.starts_with("http/1.1 404"), "{path}: {answer}");
        }
        assert!(!site.get("/afterword/none-0123456789abcdef.js").contains("immutable"));
    }

    #[test]
    fn the_folder_without_its_slash_leads_to_the_one_with_it() {
        let answer = Site::new("slash").get("/afterword");
        assert!(
            answer.starts_with("http/1.1 308") && answer.contains("location: /afterword/\r\n"),
            "{answer}"
        );
    }

    #[test]
    fn only_reading_and_a_head_has_no_body() {
        let site = Site::new("methods");
        assert!(site.answer("POST", "/afterword/", "").starts_with("http/1.1 405"));
        let head = site.answer("HEAD", "/afterword/", "");
        assert!(head.contains("content-length: 8\r\n") && head.ends_with("\r\n\r\n"), "{head}");
    }
}
