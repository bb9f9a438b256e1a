//! The terminal while it is ours: taken whole, and given back however the run ends.

use std::io::{self, BufWriter, Write};

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use ratatui::crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use ratatui::crossterm::execute;
use ratatui::crossterm::terminal::{EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode};
use ratatui::layout::Rect;

use super::app::App;
use super::draw::draw;

type Stream = BufWriter<Box<dyn Write + Send>>;

/// A terminal that is drawn on. When it is dropped, by a panic too, it is as it was before.
pub(super) struct Screen {
    terminal: Terminal<CrosstermBackend<Stream>>,
    is_ours: bool,
}

impl Screen {
    /// Takes the terminal that a stream leads to.
    ///
    /// # Errors
    /// The system says no.
    pub(super) fn take(stream: Box<dyn Write + Send>) -> io::Result<Self> {
        let terminal = Terminal::new(CrosstermBackend::new(BufWriter::new(stream)))?;
        let mut screen = Self { terminal, is_ours: false };
        screen.enter()?;
        Ok(screen)
    }

    fn enter(&mut self) -> io::Result<()> {
        // From here on there is something to give back, even where the next step fails.
        self.is_ours = true;
        enable_raw_mode()?;
        execute!(self.terminal.backend_mut(), EnterAlternateScreen, EnableBracketedPaste)?;
        // This clears and draws all anew, as `clear` does, but without asking the terminal for its cursor: that would be asked on stdout,
        // which may be a pipe.
        let size = self.terminal.size()?;
        self.terminal.resize(Rect::new(0, 0, size.width, size.height))
    }

    fn leave(&mut self) -> io::Result<()> {
        if !std::mem::take(&mut self.is_ours) {
            return Ok(());
        }
        let left = execute!(self.terminal.backend_mut(), DisableBracketedPaste, LeaveAlternateScreen).and(self.terminal.show_cursor());
        let flushed = self.terminal.backend_mut().flush();
        disable_raw_mode().and(left).and(flushed)
    }

    /// The cells and rows.
    pub(super) fn size(&self) -> io::Result<(u16, u16)> {
        self.terminal.size().map(|size| (size.width, size.height))
    }

    pub(super) fn draw(&mut self, app: &App) -> io::Result<()> {
        self.terminal.draw(|frame| draw(app, frame)).map(|_| ())
    }

    /// Lets somebody else use the terminal as it was, and takes it back.
    pub(super) fn lend<T>(&mut self, job: impl FnOnce() -> T) -> io::Result<T> {
        self.leave()?;
        let done = job();
        self.enter()?;
        Ok(done)
    }

    /// Puts a text into the clipboard of the terminal.
    pub(super) fn copy(&mut self, text: &str) -> io::Result<()> {
        let backend = self.terminal.backend_mut();
        // The terminal takes it as if it had been copied from the screen, also over a connection; one that knows nothing of this shows nothing.
        write!(backend, "\x1b]52;c;{}\x07", base64(text.as_bytes()))?;
        backend.flush()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        // Nobody is left to be told.
        let _ = self.leave();
    }
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for place in 0..4 {
            let letter = if place <= three.len() { LETTERS[(bits >> (18 - 6 * place) & 63) as usize] } else { b'=' };
            text.push(char::from(letter));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn base64_is_as_the_rfc_says() {
        for (text, expected) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"), ("é?>", "w6k/Pg==")] {
            assert_eq!(super::base64(text.as_bytes()), expected, "{text}");
        }
    }
}
