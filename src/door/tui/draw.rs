//! The screen, from what searching as one types is at a moment.

use ratatui::Frame;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};
use ratatui::text::{self, Span};
use ratatui::widgets::{Paragraph, Wrap};

use crate::base::width::{truncate, width};
use crate::msg;
use crate::show::layout::lay;
use crate::show::line::Line;
use crate::work::hits::Hit;

use super::app::App;
use super::help;
use super::paint::Paint;
use super::regions::Regions;

/// Beside the result that is chosen, and beside lines that match.
const CHOSEN: &str = "> ";
const MATCHES: &str = "│";
/// A title is not cut shorter than this for what stands beside it.
const TITLE: usize = 16;

/// Draws all of it.
pub(super) fn draw(app: &App, frame: &mut Frame<'_>) {
    let paint = Paint { colour: app.look.colour };
    let area = frame.area();
    let Some(regions) = Regions::of(area, app.says().len()) else {
        let small = Paragraph::new(app.look.say(&msg!("tui-small"))).wrap(Wrap { trim: true });
        return frame.render_widget(small, area);
    };
    if let Some(top) = app.help {
        return draw_help(app, frame, paint, top);
    }
    draw_query(app, frame, paint, regions.query);
    lines(frame, paint, regions.status, &app.says());
    // Where nothing was found there is no document beside it.
    draw_list(app, frame, paint, if app.hits().is_empty() { regions.body() } else { regions.list });
    if let Some((rule, text)) = regions.preview.filter(|_| app.hit().is_some()) {
        draw_rule(frame, rule);
        draw_text(app, frame, paint, text);
    }
    lines(frame, paint, regions.keys, &[help::row(&app.look, app.row(), usize::from(regions.keys.width))]);
}

/// Lines from the top of an area; what does not fit is cut.
fn lines(frame: &mut Frame<'_>, paint: Paint, area: Rect, lines: &[Line]) {
    for (row, line) in area.rows().zip(lines) {
        frame.render_widget(paint.line(line), row);
    }
}

fn draw_help(app: &App, frame: &mut Frame<'_>, paint: Paint, top: usize) {
    let area = frame.area();
    let all = help::lines(&app.look, app.prints, usize::from(area.width));
    let shown = all.get(top.min(all.len())..).unwrap_or_default();
    let body = Rect { height: area.height - 1, ..area };
    lines(frame, paint, body, shown);
    let more = if shown.len() > usize::from(body.height) { msg!("tui-help-more") } else { msg!("tui-help-back") };
    lines(frame, paint, Rect { y: area.bottom() - 1, height: 1, ..area }, &[Line::new().dim(app.look.say(&more))]);
}

/// The question with its cursor, and the place of what is wrong in it.
fn draw_query(app: &App, frame: &mut Frame<'_>, paint: Paint, area: Rect) {
    let prompt = format!("{} ", app.look.say(&msg!("tui-prompt")));
    let before = width(&prompt).min(usize::from(area.width) / 2);
    let prompt = truncate(&prompt, before).into_owned();
    let (seen, column) = app.field.seen(usize::from(area.width).saturating_sub(before));
    let text = app.field.text().get(seen.clone()).unwrap_or_default();
    let mut spans = vec![Span::styled(prompt, Style::new().add_modifier(Modifier::BOLD))];
    let fault = app.fault().and_then(|at| app.field.text().char_indices().nth(at)).map(|(at, _)| at);
    match fault.filter(|at| seen.contains(at)).map(|at| text.split_at(at - seen.start)) {
        Some((right, rest)) => {
            let wrong = rest.split(' ').next().unwrap_or_default();
            spans.extend([Span::raw(right), Span::styled(wrong, paint.wrong()), Span::raw(&rest[wrong.len()..])]);
        }
        None => spans.push(Span::raw(text)),
    }
    frame.render_widget(text::Line::from(spans), area);
    frame.set_cursor_position(Position::new(area.x + (before + column).min(usize::from(area.width) - 1) as u16, area.y));
}

/// What was found: titles, and beside them what each is.
fn draw_list(app: &App, frame: &mut Frame<'_>, paint: Paint, area: Rect) {
    if app.hits().is_empty() {
        return lines(frame, paint, area, &lay(&app.nothing(), usize::from(area.width)));
    }
    let seen = &app.hits()[app.top.min(app.hits().len())..];
    let seen = &seen[..seen.len().min(usize::from(area.height))];
    let room = usize::from(area.width).saturating_sub(CHOSEN.len());
    let widest = seen.iter().map(|hit| hit.is_what().width()).max().unwrap_or_default();
    let beside = widest.min((room / 2).max(1));
    let beside = if room >= TITLE + 2 + beside { beside } else { 0 };
    for (at, (row, hit)) in area.rows().zip(seen).enumerate() {
        let is_chosen = app.top + at == app.selected;
        frame.render_widget(paint.line(&of_list(hit, is_chosen, room, beside)), row);
        if is_chosen {
            frame.buffer_mut().set_style(row, Style::new().add_modifier(Modifier::REVERSED));
        }
    }
}

fn of_list(hit: &Hit, is_chosen: bool, room: usize, beside: usize) -> Line {
    let cells = if beside == 0 { room } else { room - beside - 2 };
    let line = Line::new().plain(if is_chosen { CHOSEN } else { "  " });
    let line = line.strong(truncate(crate::show::clean::line(&hit.title).as_ref(), cells));
    if beside == 0 {
        return line;
    }
    let gap = (CHOSEN.len() + cells + 2).saturating_sub(line.width());
    line.plain(" ".repeat(gap)).dim(truncate(&hit.is_what().text(), beside))
}

/// What parts the results from the document.
fn draw_rule(frame: &mut Frame<'_>, area: Rect) {
    let sign = if area.width == 1 { "│" } else { "─" };
    for position in area.positions() {
        frame.buffer_mut()[position].set_symbol(sign).set_style(Style::new().add_modifier(Modifier::DIM));
    }
}

/// The document that is chosen.
fn draw_text(app: &App, frame: &mut Frame<'_>, paint: Paint, area: Rect) {
    let head = app.head();
    lines(frame, paint, area, &head);
    let used = (head.len() as u16).min(area.height);
    let body = Rect { y: area.y + used, height: area.height - used, ..area };
    for (row, marked) in body.rows().zip(app.preview.iter().skip(app.scroll)) {
        let before = Line::new().plain(if marked.matches { MATCHES } else { " " }).plain(" ");
        frame.render_widget(paint.line(&before.then(marked.line.clone())), row);
    }
}
