//! Addresses of the web that the user noted, as they may be opened.

/// A link as it may be opened: http or https, and nothing that a browser would run. `None` for anything else.
pub fn safe_link(link: &str) -> Option<String> {
    let link = link.trim();
    let scheme = link.split_once("://").map(|(scheme, _)| scheme.to_ascii_lowercase());
    match scheme.as_deref() {
        Some("http" | "https") => Some(link.to_owned()),
        Some(_) => None,
        None if link.contains(':') || !link.contains('.') || link.contains(char::is_whitespace) => None,
        None => Some(format!("https://{link}")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_are_opened() {
        assert_eq!(safe_link("https://acme.example/jobs/1").as_deref(), Some("https://acme.example/jobs/1"));
        assert_eq!(safe_link(" acme.example/jobs ").as_deref(), Some("https://acme.example/jobs"));
        for link in
            ["javascript:alert(1)", "data:text/html,<p>", " JavaScript://x.y/%0aalert(1)", "ask Dana", ""]
        {
            assert_eq!(safe_link(link), None, "{link}");
        }
    }
}
