//! The JavaScript that fetches the parts of the module.

use anyhow::{Result, ensure};

/// Where it lies beside the app.
pub const LINK: &str = "./parts.js";

/// What all parts need: the records, the plan, the commands, and Today.
pub const HOUSE: &str = "house.wasm";

const STREAMING: &str = "WebAssembly.instantiateStreaming(src, imports)";

/// As `boot.js` does with the first part: a host that sends the wrong type is no reason to fail.
const PATIENT: &str = "
async function arrived(coming, imports) {
    const answer = await coming;
    if (!answer.ok) throw new Error(`A part of the app did not arrive: ${answer.status}`);
    try {
        return await WebAssembly.instantiateStreaming(answer, imports);
    } catch {
        const again = await fetch(answer.url);
        return await WebAssembly.instantiate(await again.arrayBuffer(), imports);
    }
}
";

/// What the cut wrote, with the patience that it lacks and without its comments; `shared` is [`HOUSE`].
pub fn whole(written: &str, shared: &str) -> Result<String> {
    ensure!(written.contains(STREAMING), "The cut writes another way to fetch a part than this build knows.");
    let lines = written.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    let spare: String = lines.flat_map(|line| [line, "\n"]).collect();
    Ok(spare.replace(STREAMING, "arrived(src, imports)").replace(shared, HOUSE) + PATIENT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_fetched_with_patience() {
        let written = "// why\n  const load = () => WebAssembly.instantiateStreaming(src, imports);\n";
        let whole = whole(written, "chunk_7.wasm").unwrap();
        assert!(whole.starts_with("const load = () => arrived(src, imports);\n"), "{whole}");
        assert!(whole.contains("async function arrived"), "{whole}");
    }

    #[test]
    fn what_all_parts_share_has_a_name_of_its_own() {
        let written = "fetch(\"./chunk_7.wasm\"); WebAssembly.instantiateStreaming(src, imports)";
        assert!(whole(written, "chunk_7.wasm").unwrap().starts_with("fetch(\"./house.wasm\");"));
    }

    #[test]
    fn what_is_not_known_stops_the_build() {
        assert!(super::whole("import(src)", "chunk_7").is_err());
    }
}
