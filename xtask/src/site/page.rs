//! The page itself: `index.html` with every file under the name that it has in `dist/`.

use std::path::Path;

use anyhow::{Result, bail, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

use super::pack::Pack;
use super::read_text;

/// A text that stands in the page itself, so that nothing is waited for before it counts.
pub struct Inline {
    /// Where the source wants it, in braces, and after `hash of ` what the policy has to name it by.
    pub name: &'static str,
    pub text: String,
}

/// The page that the source describes. It names files of `dist/` as `./style.css`.
pub fn whole(source: &Path, inline: &[Inline], pack: &Pack) -> Result<String> {
    let mut page = with_names(&without_comments(&read_text(source)?), source, pack)?;
    for Inline { name, text } in inline {
        for (place, with) in [
            (format!("{{hash of {name}}}"), digest(text.as_bytes()).as_str()),
            (format!("{{{name}}}"), text.as_str()),
        ] {
            ensure!(page.contains(&place), "{} has no place for {place}.", source.display());
            page = page.replace(&place, with);
        }
    }
    Ok(page)
}

fn with_names(page: &str, source: &Path, pack: &Pack) -> Result<String> {
    let mut whole = String::with_capacity(page.len());
    let mut pieces = page.split("./");
    whole.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (name, rest) = piece.split_at(piece.find(['"', ' ']).unwrap_or(piece.len()));
        let Some(name) = pack.name_of(name) else {
            bail!("{} names ./{name}, which the build does not make.", source.display());
        };
        whole.extend(["./", name, rest]);
    }
    Ok(whole)
}

/// A script without the lines that only explain it, and without what sets lines apart.
pub fn terse(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// By what a browser knows a content: in a Content-Security-Policy, and with what is fetched.
pub fn digest(content: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}

fn without_comments(page: &str) -> String {
    let mut pieces = page.split("<!--");
    let mut whole = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        whole.push_str(piece.split_once("-->").map_or("", |(_, after)| after.trim_start()));
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: &str = "style-src '{hash of frame.css}'<style>{frame.css}</style>";

    fn page(source: &str) -> Result<String> {
        let path =
            std::env::temp_dir().join(format!("afterword-page-{}-{}.html", std::process::id(), source.len()));
        std::fs::write(&path, source).unwrap();
        let mut pack = Pack::default();
        pack.hashed("style.css", b"a{}".to_vec());
        let inline = [Inline { name: "frame.css", text: "b{}".to_owned() }];
        let page = whole(&path, &inline, &pack);
        std::fs::remove_file(&path).unwrap();
        page
    }

    #[test]
    fn files_get_their_hashed_names() {
        let page =
            page(&format!("<!-- why -->\n{FRAME}<link href=\"./style.css\"><a href=\"#/today\">")).unwrap();
        assert!(page.contains("<link href=\"./style-"), "{page}");
        assert!(page.ends_with(".css\"><a href=\"#/today\">"), "{page}");
    }

    #[test]
    fn the_style_of_the_frame_is_in_the_page_and_the_policy_names_it() {
        let page = page(FRAME).unwrap();
        // From `printf 'b{}' | openssl dgst -sha256 -binary | base64`.
        assert_eq!(page, "style-src 'sha256-7yqHVAesot11p6HczDsgKRipvI5UPgs97z80zNXlans='<style>b{}</style>");
    }

    #[test]
    fn a_script_loses_what_only_explains_it() {
        assert_eq!(terse("// why\n  start();\n\n  // how\n  end();\n"), "start();\nend();\n");
    }

    #[test]
    fn a_file_that_is_not_made_stops_the_build() {
        assert!(
            page(&format!("{FRAME}<img src=\"./photo.png\">"))
                .unwrap_err()
                .to_string()
                .contains("./photo.png")
        );
    }
}
