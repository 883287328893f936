//! Running other programs: quietly, with their output caught, or with their output shown and read.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// Runs it with its output shown; fails when it fails.
pub fn run(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status().with_context(|| cannot_start(command))?;
    if status.success() { Ok(()) } else { bail!("{} failed ({status}).", shown(command)) }
}

/// Runs it and gives what it printed; fails, with what it said, when it fails.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output().with_context(|| cannot_start(command))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    bail!("{} failed ({}).\n{}", shown(command), output.status, said.trim())
}

/// What it printed, where it can be run at all and succeeds: for asking a tool whether it is there.
pub fn answer(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Runs it, shows every line it prints and hands each to `read`. Says whether it succeeded.
pub fn stream(command: &mut Command, mut read: impl FnMut(&str)) -> Result<bool> {
    let mut child =
        command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn().with_context(|| cannot_start(command))?;
    if let Some(stdout) = child.stdout.take() {
        // By bytes, since a test may print what is not UTF-8.
        let mut stdout = BufReader::new(stdout);
        let mut line = Vec::new();
        while stdout.read_until(b'\n', &mut line)? > 0 {
            let text = String::from_utf8_lossy(&line);
            print!("{text}");
            read(text.trim_end());
            line.clear();
        }
    }
    Ok(child.wait()?.success())
}

fn cannot_start(command: &Command) -> String {
    format!("{} cannot be started", command.get_program().to_string_lossy())
}

fn shown(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy()];
    words.extend(command.get_args().map(|word| word.to_string_lossy()));
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rustc(words: &[&str]) -> Command {
        let mut rustc = Command::new("rustc");
        rustc.args(words);
        rustc
    }

    #[test]
    fn every_line_is_read() {
        let mut lines = Vec::new();
        assert!(stream(&mut rustc(&["-vV"]), |line| lines.push(line.to_owned())).unwrap());
        assert!(lines.iter().any(|line| line.starts_with("release: ")), "{lines:?}");
    }

    #[test]
    fn a_failure_names_the_command() {
        let failure = output(&mut rustc(&["--no-such-option"])).unwrap_err().to_string();
        assert!(failure.starts_with("rustc --no-such-option failed"), "{failure}");
    }

    #[test]
    fn a_program_that_is_not_there_answers_nothing() {
        assert_eq!(answer(&mut Command::new("afterword-has-no-such-program")), None);
    }
}
