//! The style sheets as two: what the frame needs, which goes into the page, and the rest. Each is a sheet that names
//! the layers and imports others, one a line: `@import url("base.css") layer(base);`. They are put in its place.

use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

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
    without_comments(&whole)
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

/// Without comments, indentation and empty lines. More minifying gains 64 bytes of 6,260 once both sheets are packed.
fn without_comments(sheet: &str) -> Result<String> {
    let mut pieces = sheet.split("/*");
    let mut code = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let line = code.lines().next_back().unwrap_or_default();
        ensure!(
            line.matches('"').count().is_multiple_of(2),
            "The build does not know /* inside of a string: {line}"
        );
        let (_, after) = piece.split_once("*/").context("A comment of a style sheet does not end")?;
        code.push_str(after);
    }
    let lines = code.lines().map(str::trim).filter(|line| !line.is_empty());
    Ok(lines.collect::<Vec<_>>().join("\n"))
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn comments_and_indentation_go() {
        let sheet = "/* why */\na {\n  margin: 0 auto; /* how\n  so */\n}\n\nb, c { top: 0 }\n";
        assert_eq!(without_comments(sheet).unwrap(), "a {\nmargin: 0 auto;\n}\nb, c { top: 0 }");
    }

    #[test]
    fn strings_stay() {
        let sheet = r#"a::after { content: "  */  "; } /* why */"#;
        assert_eq!(without_comments(sheet).unwrap(), r#"a::after { content: "  */  "; }"#);
        assert!(without_comments(r#"a::after { content: "/* */"; }"#).is_err());
        assert!(without_comments("a {} /* without an end").is_err());
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
        assert_eq!(style, "@layer reset, base;\n@layer base { body {\nmargin: 0;\n}\n}");
    }

    #[test]
    fn a_sheet_that_is_not_there_or_comes_from_elsewhere_stops_the_build() {
        assert!(style("@import url(\"gone.css\") layer(base);").is_err());
        assert!(style("@import 'https://example.org/x.css';").is_err());
    }
}
