//! The worker that keeps the app in the browser, with the list of what belongs to this version.

use std::collections::BTreeMap;

use anyhow::{Result, ensure};

use super::pack::hash;
use super::page;

/// What the sources call it, and the browser too: by another name a version would not find the one before.
pub const WORKER: &str = "worker.js";

/// The page, which hosts give under the address of its folder.
const PAGE: &str = "index.html";

/// Pictures are for whoever puts the app on a home screen, and asked for then.
const PICTURE: &str = ".png";

/// The worker that `source` describes, with the files of the site, by their names, as its version.
pub fn worker<'a>(source: &str, files: impl Iterator<Item = (&'a str, &'a [u8])>) -> Result<String> {
    let needed = files.filter(|(name, _)| !name.ends_with(PICTURE));
    let list: BTreeMap<&str, String> =
        needed.map(|(name, content)| (if name == PAGE { "" } else { name }, page::digest(content))).collect();
    let source = page::terse(source);
    let list = serde_json::to_string(&list)?;
    // Another worker is another version too, though the files are the same.
    let version = hash([source.as_str(), &list].concat().as_bytes());
    let mut worker = source;
    for (place, with) in [("{version}", &version), ("{files}", &list)] {
        ensure!(worker.matches(place).count() == 1, "{WORKER} has not one place for {place}.");
        worker = worker.replace(place, with);
    }
    Ok(worker)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "// why\nconst VERSION = '{version}';\nconst FILES = {files};\n";

    fn with(files: &[(&str, &str)]) -> String {
        worker(SOURCE, files.iter().map(|(name, content)| (*name, content.as_bytes()))).unwrap()
    }

    #[test]
    fn it_lists_what_the_app_needs_with_the_hash_of_each() {
        let worker = with(&[("style-1.css", "b{}"), ("index.html", "page"), ("today.png", "picture")]);
        let (_, list) = worker.split_once("const FILES = ").unwrap();
        // From `printf 'b{}' | openssl dgst -sha256 -binary | base64`, and likewise of the page.
        let expected = "{\"\":\"sha256-NmAxWprz3yVdjxmrB35Hl4IrQUiKDioEvGr3EhPCMnQ=\",\
                        \"style-1.css\":\"sha256-7yqHVAesot11p6HczDsgKRipvI5UPgs97z80zNXlans=\"};\n";
        assert_eq!(list, expected);
    }

    #[test]
    fn the_version_changes_with_any_file_and_with_the_worker_and_only_then() {
        let page = ("index.html", "page");
        let version = |worker: String| worker.lines().next().map(str::to_owned);
        let of = |files: &[(&str, &str)]| version(with(files));
        let first = of(&[page, ("a.css", "a")]);
        assert_eq!(of(&[("a.css", "a"), page]), first);
        assert_ne!(of(&[page, ("a.css", "b")]), first);
        assert_ne!(of(&[page, ("b.css", "a")]), first);
        assert_ne!(of(&[page]), first);
        let files = || [("index.html", b"page".as_slice()), ("a.css", b"a")].into_iter();
        assert_eq!(version(worker(&format!("{SOURCE}// how\n"), files()).unwrap()), first);
        assert_ne!(version(worker(&format!("{SOURCE}end();\n"), files()).unwrap()), first);
    }

    #[test]
    fn a_source_without_a_place_for_them_stops_the_build() {
        assert!(worker("const VERSION = '{version}';", std::iter::empty()).is_err());
        assert!(worker("const FILES = {files};", std::iter::empty()).is_err());
    }
}
