//! The page itself: `index.html` with every file under the name that it has in `dist/`.

use std::path::Path;

use anyhow::{Result, bail};

use super::pack::Pack;
use super::read_text;

/// The page that the source describes. It names files of `dist/` as `"./style.css"`.
pub fn whole(source: &Path, pack: &Pack) -> Result<String> {
    let page = without_comments(&read_text(source)?);
    let mut whole = String::with_capacity(page.len());
    let mut pieces = page.split("\"./");
    whole.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let (name, rest) = piece.split_once('"').unwrap_or((piece, ""));
        let Some(name) = pack.name_of(name) else {
            bail!("{} names ./{name}, which the build does not make.", source.display());
        };
        whole.extend(["\"./", name, "\"", rest]);
    }
    Ok(whole)
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

    fn page(source: &str) -> Result<String> {
        let path =
            std::env::temp_dir().join(format!("afterword-page-{}-{}.html", std::process::id(), source.len()));
        std::fs::write(&path, source).unwrap();
        let mut pack = Pack::default();
        pack.hashed("style.css", b"a{}".to_vec());
        let page = whole(&path, &pack);
        std::fs::remove_file(&path).unwrap();
        page
    }

    #[test]
    fn files_get_their_hashed_names() {
        let page = page("<!-- why -->\n<link href=\"./style.css\"><a href=\"#/today\">").unwrap();
        assert!(page.starts_with("<link href=\"./style-"), "{page}");
        assert!(page.ends_with(".css\"><a href=\"#/today\">"), "{page}");
    }

    #[test]
    fn a_file_that_is_not_made_stops_the_build() {
        assert!(page("<img src=\"./photo.png\">").unwrap_err().to_string().contains("./photo.png"));
    }
}
