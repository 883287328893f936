//! The files of `dist/`, under the names that they are served by, and each text also in brotli.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::read;
use crate::log;

/// The ending of a file's packed twin, which a host may send instead where the browser takes brotli.
const PACKED: &str = "br";

/// What is worth packing; pictures are packed already.
const TEXTS: [&str; 8] = ["css", "html", "ico", "js", "json", "svg", "wasm", "webmanifest"];

#[derive(Default)]
pub struct Pack(Vec<File>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Need {
    /// The page asks for it before it can be used.
    First,
    Later,
}

struct File {
    need: Need,
    /// What the sources call it.
    plain: String,
    /// What it is called in `dist/`.
    name: String,
    content: Vec<u8>,
    packed: Option<Vec<u8>>,
}

impl Pack {
    /// Adds a file that the page needs at once, under a name that carries a hash of its content.
    pub fn hashed(&mut self, plain: &str, content: Vec<u8>) {
        let (stem, extension) = plain.rsplit_once('.').unwrap_or((plain, ""));
        let name = format!("{stem}-{}.{extension}", hash(&content));
        self.add(Need::First, plain, name, content);
    }

    /// Adds a file that is found by its name.
    pub fn plain(&mut self, name: &str, content: Vec<u8>) {
        self.add(Need::Later, name, name.to_owned(), content);
    }

    /// Adds the page itself.
    pub fn page(&mut self, name: &str, content: Vec<u8>) {
        self.add(Need::First, name, name.to_owned(), content);
    }

    /// Adds every file of a folder but one under its own name.
    pub fn folder(&mut self, folder: &Path, but: &str) -> Result<()> {
        for (name, content) in files(folder)?.into_iter().filter(|(name, _)| name != but) {
            self.plain(&name, content);
        }
        Ok(())
    }

    /// Adds every file of a folder whose files know each other by name: their names stay, and the folder's carries a
    /// hash of them all. The page needs those that are `first` at once.
    pub fn hashed_folder(&mut self, folder: &Path, under: &str, first: &[&str]) -> Result<()> {
        let files = files(folder)?;
        let all: Vec<u8> =
            files.iter().flat_map(|(name, content)| [name.as_bytes(), content]).flatten().copied().collect();
        let under = format!("{under}-{}", hash(&all));
        for (name, content) in files {
            let need = if first.contains(&name.as_str()) { Need::First } else { Need::Later };
            self.add(need, &name, format!("{under}/{name}"), content);
        }
        Ok(())
    }

    /// What a file of the sources is called in `dist/`.
    pub fn name_of(&self, plain: &str) -> Option<&str> {
        self.0.iter().find(|file| file.plain == plain).map(|file| file.name.as_str())
    }

    /// What is in it so far, by the names in `dist/`.
    pub fn files(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|file| (file.name.as_str(), file.content.as_slice()))
    }

    /// Writes all of it into a fresh folder.
    pub fn write(&self, folder: &Path) -> Result<()> {
        if folder.exists() {
            fs::remove_dir_all(folder).with_context(|| format!("{} cannot be emptied", folder.display()))?;
        }
        for file in &self.0 {
            let path = folder.join(&file.name);
            write(&path, &file.content)?;
            if let Some(packed) = &file.packed {
                write(&folder.join(format!("{}.{PACKED}", file.name)), packed)?;
            }
        }
        Ok(())
    }

    /// The first load in one line: the page and every file that it names.
    pub fn summary(&self) -> String {
        let part = |extension: &str| {
            let files =
                self.0.iter().filter(|file| file.need == Need::First && file.name.ends_with(extension));
            files.map(File::sent).sum::<u64>()
        };
        let (wasm, js, css, html) = (part(".wasm"), part(".js"), part(".css"), part(".html"));
        format!(
            "First load in brotli: {} (wasm {}, js {}, css {}, html {}).",
            log::bytes(wasm + js + css + html),
            log::bytes(wasm),
            log::bytes(js),
            log::bytes(css),
            log::bytes(html)
        )
    }

    fn add(&mut self, need: Need, plain: &str, name: String, content: Vec<u8>) {
        let is_text = name.rsplit_once('.').is_some_and(|(_, extension)| TEXTS.contains(&extension));
        let packed = is_text.then(|| brotli(&content)).filter(|packed| packed.len() < content.len());
        self.0.push(File { need, plain: plain.to_owned(), name, content, packed });
    }
}

impl File {
    /// How many bytes go over the line.
    fn sent(&self) -> u64 {
        self.packed.as_ref().unwrap_or(&self.content).len() as u64
    }
}

/// The files of a folder, by their paths in it, in the order of their names.
fn files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let unread = || format!("{} cannot be read", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).with_context(unread)? {
        let path = entry.with_context(unread)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            files.extend(
                self::files(&path)?.into_iter().map(|(inner, content)| (format!("{name}/{inner}"), content)),
            );
        } else {
            files.push((name, read(&path)?));
        }
    }
    files.sort();
    Ok(files)
}

/// Sixteen hexadecimal digits that change with the content.
pub fn hash(content: &[u8]) -> String {
    let head = Sha256::digest(content).iter().take(8).fold(0, |head, byte| head << 8 | u64::from(*byte));
    format!("{head:016x}")
}

/// As small as brotli gets it.
pub fn brotli(content: &[u8]) -> Vec<u8> {
    const BUFFER: usize = 64 * 1024;
    const QUALITY: u32 = 11;
    const WINDOW: u32 = 22;
    let mut packer = brotli::CompressorWriter::new(Vec::new(), BUFFER, QUALITY, WINDOW);
    // Writing to memory does not fail; if it did, the file would be sent as it is.
    match packer.write_all(content) {
        Ok(()) => packer.into_inner(),
        Err(_) => content.to_vec(),
    }
}

fn write(path: &Path, content: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
    }
    fs::write(path, content).with_context(|| format!("{} cannot be written", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_changes_with_its_content_and_only_with_it() {
        let name = |content: &str| {
            let mut pack = Pack::default();
            pack.hashed("boot.js", content.as_bytes().to_vec());
            pack.name_of("boot.js").unwrap().to_owned()
        };
        assert_eq!(name("1"), name("1"));
        assert_ne!(name("1"), name("2"));
        assert!(name("1").starts_with("boot-"));
    }

    #[test]
    fn a_text_lies_beside_its_packed_twin_and_unpacks_to_itself() {
        let folder = std::env::temp_dir().join(format!("afterword-pack-{}", std::process::id()));
        let text = "body { margin: 0 }\n".repeat(100);
        let mut pack = Pack::default();
        pack.page("a/style.css", text.clone().into_bytes());
        pack.page("icon.png", vec![1, 2, 3]);
        pack.write(&folder).unwrap();
        let packed = fs::read(folder.join("a/style.css.br")).unwrap();
        let mut unpacked = Vec::new();
        brotli::BrotliDecompress(&mut packed.as_slice(), &mut unpacked).unwrap();
        let picture_is_packed = folder.join("icon.png.br").exists();
        fs::remove_dir_all(&folder).unwrap();
        assert_eq!(unpacked, text.as_bytes());
        assert!(!picture_is_packed);
    }
}
