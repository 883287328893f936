//! The style sheets as two: what the frame needs, which goes into the page, and the rest. Each is a sheet that names
//! the layers and imports others, one a line: `@import url("base.css") layer(base);`. They are put in its place.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::read_text;

/// The whole of a sheet with those that it imports.
pub fn whole(folder: &Path, name: &str) -> Result<String> {
    let mut whole = String::new();
    let sheet = read_text(&folder.join(name))?;
    for line in sheet.lines() {
        if line.trim_start().starts_with("@import") {
            whole.push_str(&imported(folder, name, line.trim())?);
        } else {
            whole.push_str(line);
        }
        whole.push('\n');
    }
    Ok(smaller(&whole))
}

fn imported(folder: &Path, into: &str, import: &str) -> Result<String> {
    let (name, layer) = parts(import).with_context(|| {
        format!("style/{into} wants imports like @import url(\"base.css\") layer(base); not {import}")
    })?;
    let sheet = read_text(&folder.join(name))?;
    if sheet.contains("@import") {
        bail!("style/{name} imports another sheet, as style/{into} alone may.");
    }
    Ok(format!("@layer {layer} {{ {sheet} }}"))
}

/// The sheet and the layer of an import.
fn parts(import: &str) -> Option<(&str, &str)> {
    let (name, rest) = import.strip_prefix("@import url(\"")?.split_once("\")")?;
    let layer = rest.trim_start().strip_prefix("layer(")?.strip_suffix(");")?;
    Some((name, layer))
}

/// Without comments, and with every run of white space as one space. Strings stay as they are.
fn smaller(sheet: &str) -> String {
    let mut smaller = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(next) = rest.chars().next() {
        let end = match next {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | '\'' => string_end(rest, next),
            _ => next.len_utf8(),
        };
        let (token, after) = rest.split_at(end);
        if token.starts_with("/*") || next.is_whitespace() {
            if !smaller.is_empty() && !smaller.ends_with([' ', '{', '}', ';', ',']) {
                smaller.push(' ');
            }
        } else {
            if matches!(next, '{' | '}' | ';' | ',') && smaller.ends_with(' ') {
                smaller.pop();
            }
            smaller.push_str(token);
        }
        rest = after;
    }
    smaller
}

/// Where the string that `text` begins with is over.
fn string_end(text: &str, quote: char) -> usize {
    let mut escaped = false;
    let end = text.char_indices().skip(1).find(|(_, next)| {
        let closes = *next == quote && !escaped;
        escaped = *next == '\\' && !escaped;
        closes
    });
    end.map_or(text.len(), |(at, quote)| at + quote.len_utf8())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn comments_and_space_go() {
        assert_eq!(
            smaller("/* why */\na {\n  margin: 0 auto;\n}\n\nb, c { top: 0 }\n"),
            "a{margin: 0 auto;}b,c{top: 0}"
        );
        assert_eq!(smaller(".a .b{width:calc(1px + 2px)}"), ".a .b{width:calc(1px + 2px)}");
    }

    #[test]
    fn strings_stay() {
        assert_eq!(
            smaller(r#"a::after { content: " /* \" */  "; }"#),
            r#"a::after{content: " /* \" */  ";}"#
        );
    }

    fn style(main: &str) -> Result<String> {
        let folder = tempfile(main.len());
        fs::write(folder.join("main.css"), main).unwrap();
        fs::write(folder.join("base.css"), "body {\n  margin: 0;\n}\n").unwrap();
        let style = whole(&folder, "main.css");
        fs::remove_dir_all(&folder).unwrap();
        style
    }

    fn tempfile(number: usize) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("afterword-style-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        folder
    }

    #[test]
    fn an_imported_sheet_comes_in_its_layer() {
        let style = style("@layer reset, base;\n@import url(\"base.css\") layer(base);\n").unwrap();
        assert_eq!(style, "@layer reset,base;@layer base{body{margin: 0;}}");
    }

    #[test]
    fn a_sheet_that_is_not_there_or_comes_from_elsewhere_stops_the_build() {
        assert!(style("@import url(\"gone.css\") layer(base);").is_err());
        assert!(style("@import 'https://example.org/x.css';").is_err());
    }
}
