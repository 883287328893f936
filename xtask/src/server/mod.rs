//! A small static server for this machine alone: what `dist/` holds, as an honest host would send it.

mod answer;
mod request;

use std::io::{BufReader, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::options::Options;
use crate::{house, say, site};
use answer::Answer;
use request::Request;

const PORT: u16 = 8080;

/// How long a browser may keep a connection open without asking for anything.
const PATIENCE: Duration = Duration::from_mins(1);

/// A folder, and the path that it is served under.
pub struct Site {
    pub folder: PathBuf,
    /// Begins and ends with `/`.
    pub under: String,
}

/// `cargo xtask serve`: builds, then serves until it is stopped.
pub fn serve(options: &mut Options) -> Result<()> {
    let port = options.number("--port")?.unwrap_or(PORT);
    let under = options.value("--under")?.unwrap_or_else(|| "/".to_owned());
    let ready = options.flag("--no-build");
    options.finish()?;
    if !(under.starts_with('/') && under.ends_with('/')) {
        bail!("--under wants a path like /afterword/, not {under}.");
    }
    let listener = listen(port)?;
    if !ready {
        site::build()?;
    }
    let address = address(&listener, &under)?;
    say::heading(&format!("Afterword is at {address} (stop with Ctrl+C)"));
    accept(&listener, Site { folder: house::dist(), under });
    Ok(())
}

/// Serves `dist/` under a path in the background, on a port that is free. Gives its address.
pub fn in_background(under: &str) -> Result<String> {
    let listener = listen(0)?;
    let address = address(&listener, under)?;
    let site = Site { folder: house::dist(), under: under.to_owned() };
    thread::spawn(move || accept(&listener, site));
    Ok(address)
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .with_context(|| format!("Port {port} is not free; choose another one with --port."))
}

fn address(listener: &TcpListener, under: &str) -> Result<String> {
    Ok(format!("http://127.0.0.1:{}{under}", listener.local_addr()?.port()))
}

fn accept(listener: &TcpListener, site: Site) {
    let site = Arc::new(site);
    for stream in listener.incoming().flatten() {
        let site = Arc::clone(&site);
        // A browser that goes away in the middle of an answer is nothing to report.
        thread::spawn(move || converse(&stream, &site).ok());
    }
}

/// Answers one request after the other on a connection, until the browser closes it.
fn converse(stream: &TcpStream, site: &Site) -> std::io::Result<()> {
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_nodelay(true)?;
    let mut reader = BufReader::new(stream);
    let mut writer = stream;
    while let Some(request) = Request::read(&mut reader)? {
        let answer = Answer::to(&request, site);
        writer.write_all(&answer.bytes(request.wants_body()))?;
        if request.closes {
            break;
        }
    }
    Ok(())
}
