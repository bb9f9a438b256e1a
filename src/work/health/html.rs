//! `health` as one page to send: charts drawn in the page, each with its figures below it, no script and nothing that is fetched.

use std::fmt::Write;

use crate::msg;
use crate::show::clean;
use crate::show::look::Look;
use crate::show::view::Table;

use super::signal::Group;
use super::{Health, Measure};

/// What is typed behind `-f`.
pub const FORMAT: &str = "html";

/// How wide a chart is.
const WIDTH: f64 = 640.0;
/// Its height.
const HEIGHT: f64 = 120.0;

/// How it looks, in light and in dark; the colours stand out from what is behind them in both.
const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#1a1a1a;--paper:#fff;--dim:#595959;--line:#c8c8c8;--bar:#2b5f9e;--part:#9db8d6}\
@media(prefers-color-scheme:dark){:root{--ink:#ececec;--paper:#161616;--dim:#b0b0b0;--line:#4a4a4a;--bar:#7fb2ee;--part:#3d5f86}}\
body{font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);max-width:44rem;margin:2rem auto;padding:0 1rem}\
h1{line-height:1.2}h2{margin-top:2.5rem;border-bottom:1px solid var(--line)}article{margin:1.5rem 0 2rem}h3{margin:0}\
.verdict{font-weight:600}.dim,summary{color:var(--dim)}svg{display:block;width:100%;height:auto;margin:.75rem 0}\
.bar{fill:var(--bar)}.part{fill:var(--part)}.base{stroke:var(--line)}svg text{fill:var(--dim);font-size:12px}@media(max-width:30rem){svg text{font-size:18px}}\
table{border-collapse:collapse;margin:.5rem 0}th,td{padding:.15rem .75rem .15rem 0;text-align:left;border-bottom:1px solid var(--line)}\
td+td,th+th{text-align:right}code{overflow-wrap:anywhere}";

/// The page.
pub fn html(health: &Health, look: &Look) -> String {
    let title = escaped(&health.title(look.lang));
    let mut page = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p class=\"dim\">{}</p>\n",
        look.lang.tag(),
        escaped(&health.time(look, true))
    );
    let _ = writeln!(page, "<p>{}</p>", escaped(&health.summary(look.lang)));
    for note in health.notes(look.lang) {
        let _ = writeln!(page, "<p class=\"dim\">{}</p>", escaped(&note));
    }
    for group in Group::ALL {
        let _ = writeln!(page, "<section>\n<h2>{}</h2>", escaped(&look.say(&group.heading())));
        for measure in health.of_group(group) {
            article(&mut page, health, measure, look);
        }
        page.push_str("</section>\n");
    }
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

fn article(page: &mut String, health: &Health, measure: &Measure, look: &Look) {
    let (words, lang) = (measure.signal.about.words(look.lang), look.lang);
    let _ = writeln!(
        page,
        "<article id=\"{}\">\n<h3>{}</h3>\n<p><span class=\"verdict\">{}</span>: {}</p>",
        measure.name,
        escaped(words.title),
        escaped(&look.say(&measure.verdict.word())),
        escaped(&health.says(measure, look))
    );
    if let Some(table) = health.table(measure, look) {
        chart(page, health, measure, look);
        figures(page, &table);
    }
    for says in measure.trend_says(lang).into_iter().chain(measure.before_says(true, lang)) {
        let _ = writeln!(page, "<p class=\"dim\">{}</p>", escaped(&says));
    }
    if measure.verdict.asks() {
        let _ = writeln!(page, "<p>{} <code>{}</code></p>", escaped(words.remedy), escaped(measure.signal.command));
    }
    let about = measure.about(lang).map(|text| format!("<p>{}</p>", escaped(&text)));
    let _ =
        writeln!(page, "<details><summary>{}</summary>{}</details>\n</article>", escaped(&look.say(&msg!("health-about"))), about.concat());
}

/// The figures as bars, named and described for who hears the page.
fn chart(page: &mut String, health: &Health, measure: &Measure, look: &Look) {
    let words = measure.signal.about.words(look.lang);
    let most = measure.series.iter().flatten().copied().fold(0.0, f64::max);
    let wide = WIDTH / measure.series.len().max(1) as f64;
    let base = HEIGHT - 20.0;
    let unit = measure.signal.series;
    let said = measure.series.iter().enumerate().map(|(at, figure)| {
        let figure = figure.map_or_else(|| "–".to_owned(), |figure| unit.says(figure, look.lang));
        format!("{}: {figure}", health.period_called(at, look))
    });
    let said = said.collect::<Vec<_>>().join("; ");
    let _ = write!(
        page,
        "<svg viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-labelledby=\"{0}-title {0}-desc\">\
         <title id=\"{0}-title\">{1}</title><desc id=\"{0}-desc\">{2}</desc><line class=\"base\" x1=\"0\" x2=\"{WIDTH}\" y1=\"{base}\" y2=\"{base}\"/>",
        measure.name,
        escaped(words.periods),
        escaped(&said)
    );
    for (at, figure) in measure.series.iter().enumerate() {
        let Some(figure) = figure.filter(|figure| *figure > 0.0 && most > 0.0) else { continue };
        let (left, high) = (at as f64 * wide, (figure / most * (base - 18.0)).max(1.0));
        let is_whole = health.periods.get(at).is_some_and(|period| period.whole);
        let _ = write!(
            page,
            "<rect class=\"{}\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{high:.1}\"/>",
            if is_whole { "bar" } else { "part" },
            wide.mul_add(0.1, left),
            base - high,
            wide * 0.8
        );
        if measure.series.len() <= 16 {
            let (middle, above) = (wide.mul_add(0.5, left), base - high - 4.0);
            let figure = escaped(&unit.says(figure, look.lang));
            let _ = write!(page, "<text x=\"{middle:.1}\" y=\"{above:.1}\" text-anchor=\"middle\">{figure}</text>");
        }
    }
    let ends = [(0, 0.0, "start"), (measure.series.len() - 1, WIDTH, "end")];
    for (at, x, anchor) in ends {
        let name = escaped(&health.period_called(at, look));
        let _ = write!(page, "<text x=\"{x}\" y=\"{}\" text-anchor=\"{anchor}\">{name}</text>", HEIGHT - 4.0);
    }
    page.push_str("</svg>\n");
}

fn figures(page: &mut String, table: &Table) {
    page.push_str("<table><thead><tr>");
    for column in &table.columns {
        let _ = write!(page, "<th scope=\"col\">{}</th>", escaped(&column.head));
    }
    page.push_str("</tr></thead><tbody>");
    for row in &table.rows {
        page.push_str("<tr>");
        for cell in row {
            let _ = write!(page, "<td>{}</td>", escaped(&cell.text()));
        }
        page.push_str("</tr>");
    }
    page.push_str("</tbody></table>\n");
}

/// Words as words, in a page and in its attributes.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in clean::line(text).chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter => safe.push(letter),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn words_are_no_markup() {
        assert_eq!(escaped("<b onclick='x'>A & \"B\"</b>"), "&lt;b onclick=&#39;x&#39;&gt;A &amp; &quot;B&quot;&lt;/b&gt;");
    }
}
