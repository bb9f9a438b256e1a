//! Which key means what.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// What a person wants by a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Insert(char),
    Backspace,
    Delete,
    DeleteWord,
    Clear,
    Left,
    Right,
    WordLeft,
    WordRight,
    Home,
    End,
    Up,
    Down,
    PageUp,
    PageDown,
    First,
    Last,
    TextUp,
    TextDown,
    TextPageUp,
    TextPageDown,
    NextMatch,
    NextKind,
    LastKind,
    Choose,
    Edit,
    Copy,
    Print,
    Help,
    Leave,
    Kill,
}

/// What a key that was pressed means; `None` for one that means nothing here.
pub(super) fn meant(event: &KeyEvent) -> Option<Key> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let held = event.modifiers;
    let (control, alt, shift) =
        (held.contains(KeyModifiers::CONTROL), held.contains(KeyModifiers::ALT), held.contains(KeyModifiers::SHIFT));
    let beside = alt || shift;
    Some(match event.code {
        // Where the right Alt key is Control and Alt, a letter typed with it is that letter.
        KeyCode::Char(letter) if control && alt && !letter.is_ascii_alphabetic() => Key::Insert(letter),
        KeyCode::Char(letter) if control => return of_control(letter.to_ascii_lowercase()),
        KeyCode::Char('b') if alt => Key::WordLeft,
        KeyCode::Char('f') if alt => Key::WordRight,
        KeyCode::Char(_) if alt => return None,
        KeyCode::Char(letter) => Key::Insert(letter),
        KeyCode::Backspace if control || alt => Key::DeleteWord,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Left if control || alt => Key::WordLeft,
        KeyCode::Right if control || alt => Key::WordRight,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home if control => Key::First,
        KeyCode::End if control => Key::Last,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::Up if beside => Key::TextUp,
        KeyCode::Down if beside => Key::TextDown,
        KeyCode::PageUp if beside => Key::TextPageUp,
        KeyCode::PageDown if beside => Key::TextPageDown,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::BackTab => Key::LastKind,
        KeyCode::Tab if shift => Key::LastKind,
        KeyCode::Tab => Key::NextKind,
        KeyCode::Enter if alt => Key::Print,
        KeyCode::Enter => Key::Choose,
        KeyCode::F(1) => Key::Help,
        KeyCode::F(3) => Key::NextMatch,
        KeyCode::Esc => Key::Leave,
        _ => return None,
    })
}

/// What a letter means that is typed with Control: what it means on a command line, as far as that has a meaning.
fn of_control(letter: char) -> Option<Key> {
    Some(match letter {
        'c' => Key::Kill,
        'u' => Key::Clear,
        'w' => Key::DeleteWord,
        // What some terminals send for Control and Backspace, and for Backspace alone.
        'h' => Key::Backspace,
        'a' => Key::Home,
        'e' => Key::End,
        'b' => Key::Left,
        'd' => Key::Delete,
        'n' | 'j' => Key::Down,
        'k' => Key::Up,
        'm' => Key::Choose,
        'g' => Key::NextMatch,
        'o' => Key::Edit,
        'y' => Key::Copy,
        'p' => Key::Print,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Key, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, meant};

    #[test]
    fn keys_mean_what_they_mean_elsewhere() {
        let none = KeyModifiers::NONE;
        for (code, modifiers, expected) in [
            (KeyCode::Char('é'), none, Some(Key::Insert('é'))),
            (KeyCode::Char('Q'), KeyModifiers::SHIFT, Some(Key::Insert('Q'))),
            (KeyCode::Char('u'), KeyModifiers::CONTROL, Some(Key::Clear)),
            (KeyCode::Char('@'), KeyModifiers::CONTROL | KeyModifiers::ALT, Some(Key::Insert('@'))),
            (KeyCode::Char('x'), KeyModifiers::ALT, None),
            (KeyCode::Enter, none, Some(Key::Choose)),
            (KeyCode::Enter, KeyModifiers::ALT, Some(Key::Print)),
            (KeyCode::Tab, none, Some(Key::NextKind)),
            (KeyCode::BackTab, KeyModifiers::SHIFT, Some(Key::LastKind)),
            (KeyCode::Down, KeyModifiers::SHIFT, Some(Key::TextDown)),
            (KeyCode::F(5), none, None),
        ] {
            assert_eq!(meant(&KeyEvent::new(code, modifiers)), expected, "{code:?} {modifiers:?}");
        }
        let released = KeyEvent::new_with_kind(KeyCode::Char('a'), none, KeyEventKind::Release);
        assert_eq!(meant(&released), None);
    }
}
