//! Figures as bars: the name, the bar, the figure in words.

use crate::show::line::Line;
use crate::show::view::Bar;

use super::parts::pad;
use super::wrap::{cut, wrap};

pub(super) fn lay(bars: &[Bar], width: usize) -> Vec<Line> {
    let widest = |line: fn(&Bar) -> &Line, most: usize| bars.iter().map(|bar| line(bar).width()).max().unwrap_or(0).min(most);
    let names = widest(|bar| &bar.name, width / 2);
    let says = widest(|bar| &bar.says, width / 3);
    let room = width.saturating_sub(names + says + 4).min(40);
    let most = bars.iter().map(|bar| bar.value).filter(|value| value.is_finite()).fold(0.0, f64::max);
    let mut lines = Vec::new();
    for bar in bars {
        let name = pad(cut(&bar.name, names), names, false).plain("  ");
        if room < 5 || says < bar.says.width() {
            lines.extend(wrap(&name.then(bar.says.clone()), width, width));
            continue;
        }
        let length = (bar.value / most * room as f64).round();
        // What is there at all can be seen.
        let cells = (1..=room).take_while(|cells| *cells == 1 || *cells as f64 <= length).filter(|_| bar.value > 0.0).count();
        let drawn = Line::from("█".repeat(cells));
        lines.push(name.then(pad(drawn, room, false)).plain("  ").then(pad(bar.says.clone(), says, true)));
    }
    lines
}

#[cfg(test)]
mod tests {
    use crate::show::view::Bar;

    #[test]
    fn the_longest_bar_is_the_greatest() {
        let bar = |name: &str, value: f64| Bar { name: name.into(), value, says: format!("{value}").into() };
        let bars = [bar("questions", 40.0), bar("answers", 10.0), bar("none", 0.0), bar("odd", f64::NAN), bar("few", 0.1)];
        let text = |width| super::lay(&bars, width).iter().map(|line| line.text() + "\n").collect::<String>();
        insta::assert_snapshot!(text(40), @r"
        questions  ████████████████████████   40
        answers    ██████                     10
        none                                   0
        odd                                  NaN
        few        █                         0.1
        ");
        insta::assert_snapshot!(text(20), @r"
        questions  40
        answers    10
        none       0
        odd        NaN
        few        0.1
        ");
    }
}
