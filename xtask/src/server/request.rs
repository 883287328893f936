//! What a browser asks for: as much of HTTP/1.1 as a static server has to understand.

use std::io::{BufRead, Read, Result};

/// More than any browser sends before the empty line.
const LONGEST_HEAD: u64 = 64 * 1024;

#[derive(Debug, Default, PartialEq, Eq)]
pub struct Request {
    pub method: String,
    /// Without what follows `?`, and with its `%`-signs undone.
    pub path: String,
    pub takes_brotli: bool,
    /// Whether the connection ends with the answer.
    pub closes: bool,
}

impl Request {
    /// The next request of a connection; `None` once it is closed.
    pub fn read(connection: &mut impl BufRead) -> Result<Option<Self>> {
        let mut head = connection.take(LONGEST_HEAD);
        let mut line = String::new();
        if head.read_line(&mut line)? == 0 {
            return Ok(None);
        }
        let mut request = Self::from_first_line(&line);
        loop {
            line.clear();
            if head.read_line(&mut line)? == 0 || line.trim_end().is_empty() {
                return Ok(Some(request));
            }
            request.read_header(&line);
        }
    }

    pub fn wants_body(&self) -> bool {
        self.method != "HEAD"
    }

    fn from_first_line(line: &str) -> Self {
        let mut words = line.split_whitespace();
        let method = words.next().unwrap_or_default().to_owned();
        let target = words.next().unwrap_or_default();
        let path = unescaped(target.split(['?', '#']).next().unwrap_or_default());
        Self { method, path, closes: words.next() != Some("HTTP/1.1"), ..Self::default() }
    }

    fn read_header(&mut self, line: &str) {
        let Some((name, value)) = line.split_once(':') else { return };
        if name.eq_ignore_ascii_case("accept-encoding") {
            self.takes_brotli =
                value.split(',').any(|coding| coding.split(';').next().map(str::trim) == Some("br"));
        } else if name.eq_ignore_ascii_case("connection") {
            self.closes |= value.trim().eq_ignore_ascii_case("close");
        }
    }
}

/// A path with its `%20`s undone. What is not an escape stays as it is.
fn unescaped(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let [first, after @ ..] = rest {
        rest = after;
        match (first, after) {
            (b'%', [high, low, after @ ..]) => match (digit(*high), digit(*low)) {
                (Some(high), Some(low)) => {
                    bytes.push(high * 16 + low);
                    rest = after;
                }
                _ => bytes.push(b'%'),
            },
            _ => bytes.push(*first),
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn digit(character: u8) -> Option<u8> {
    let digit = char::from(character).to_digit(16)?;
    u8::try_from(digit).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Request> {
        Request::read(&mut text.as_bytes()).unwrap()
    }

    #[test]
    fn what_a_browser_sends() {
        let request = read(
            "GET /afterword/a%20b.css?x=1 HTTP/1.1\r\nHost: x\r\nAccept-Encoding: gzip, br;q=1, zstd\r\n\r\n",
        );
        let path = "/afterword/a b.css".to_owned();
        assert_eq!(request, Some(Request { method: "GET".into(), path, takes_brotli: true, closes: false }));
    }

    #[test]
    fn one_request_after_the_other() {
        let mut connection = "GET /a HTTP/1.1\r\n\r\nGET /b HTTP/1.1\r\nConnection: close\r\n\r\n".as_bytes();
        assert!(!Request::read(&mut connection).unwrap().unwrap().closes);
        assert!(Request::read(&mut connection).unwrap().unwrap().closes);
        assert_eq!(Request::read(&mut connection).unwrap(), None);
    }

    #[test]
    fn a_percent_sign_that_is_no_escape_stays() {
        assert_eq!(read("GET /100%zz% HTTP/1.1\r\n\r\n").unwrap().path, "/100%zz%");
    }
}
