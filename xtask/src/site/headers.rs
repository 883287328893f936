//! The page's policy as headers, for hosts that take a file: with them come the two things that a page cannot say of
//! itself, that no other page may frame it and that no type is guessed.

use anyhow::{Context, Result};

/// As Netlify and Cloudflare Pages read it.
pub const NETLIFY: &str = "_headers";
/// To be included in the `server` or `location` of nginx.
pub const NGINX: &str = "nginx-headers.conf";

const START: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"";

/// The headers of a page, by name.
fn of(page: &str) -> Result<Vec<(&'static str, String)>> {
    let policy = page.split_once(START).and_then(|(_, rest)| rest.split_once('"'));
    let (policy, _) = policy.context("The page has no policy.")?;
    Ok(vec![
        ("Content-Security-Policy", format!("{policy}; frame-ancestors 'none'")),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Permissions-Policy", "camera=(), microphone=(), geolocation=()".to_owned()),
    ])
}

/// [`NETLIFY`].
pub fn netlify(page: &str) -> Result<String> {
    let lines = of(page)?.into_iter().map(|(name, value)| format!("  {name}: {value}\n"));
    Ok(std::iter::once("/*\n".to_owned()).chain(lines).collect())
}

/// [`NGINX`].
pub fn nginx(page: &str) -> Result<String> {
    let lines: Vec<String> = of(page)?
        .into_iter()
        .map(|(name, value)| format!("add_header {name} \"{value}\" always;\n"))
        .collect();
    Ok(lines.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<head>\n<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; script-src 'self' 'sha256-a+b='\">";

    #[test]
    fn the_headers_say_what_the_page_says_and_that_nobody_frames_it() {
        let policy = "default-src 'none'; script-src 'self' 'sha256-a+b='; frame-ancestors 'none'";
        let netlify = netlify(PAGE).unwrap();
        assert!(netlify.starts_with(&format!("/*\n  Content-Security-Policy: {policy}\n")), "{netlify}");
        let nginx = nginx(PAGE).unwrap();
        assert!(
            nginx.starts_with(&format!("add_header Content-Security-Policy \"{policy}\" always;\n")),
            "{nginx}"
        );
    }

    #[test]
    fn a_page_without_a_policy_stops_the_build() {
        assert!(netlify("<head></head>").is_err());
    }
}
