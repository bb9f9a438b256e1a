//! What reading a text gives, feature by feature.

mod robust;

use std::fmt::Write as _;

use super::{HeadingIds, LinkForm, Markdown, Prose, Zone, blocks, read};
use crate::base::limits::Limits;

fn md(text: &str) -> Markdown {
    read(text, 0, HeadingIds::GitHub, &Limits::default())
}

/// Links as `form target "text"`, with the bytes that say where.
fn links(text: &str) -> Vec<String> {
    let shown = |link: &super::Link| format!("{:?} {} [{}] <{}>", link.form, link.target, link.text, &text[link.target_span.clone()]);
    md(text).links.iter().map(shown).collect()
}

fn mentions(text: &str) -> Vec<String> {
    let read = md(text);
    for mention in &read.mentions {
        let written = text[mention.span.clone()].replace('\\', "");
        assert_eq!(written, format!("@{}", mention.handle), "{text}");
    }
    read.mentions.into_iter().map(|mention| mention.handle).collect()
}

/// Runs as text: `|` between blocks, `+` where a run is glued, spaces as they are.
fn runs(text: &str) -> String {
    let read = md(text);
    let mut shown = String::new();
    let mut block = 0;
    for (at, run) in read.runs.iter().enumerate() {
        if at > 0 {
            shown.push_str(if run.block != block {
                "|"
            } else if run.glued {
                "+"
            } else {
                "/"
            });
        }
        block = run.block;
        let zone = match run.zone {
            Zone::Heading(level) => format!("{level}:"),
            Zone::Code => "c:".to_owned(),
            Zone::Alt => "a:".to_owned(),
            Zone::Body => String::new(),
        };
        let _ = write!(shown, "{zone}{}", run.text(text));
    }
    shown
}

#[test]
fn links_of_every_form_say_where_they_lead_and_where_that_stands() {
    for (text, expected) in [
        ("[a](b.md)", "Inline b.md [a] <b.md>"),
        ("[a *b* `c`](<b c.md#d> \"t\")", "Inline b c.md#d [a b c] <b c.md#d>"),
        ("[a](b\\_c.md 't')", "Inline b_c.md [a] <b\\_c.md>"),
        ("[a](b(c).md)", "Inline b(c).md [a] <b(c).md>"),
        ("[a](b&amp;c)", "Inline b&c [a] <b&amp;c>"),
        ("[a]()", "Inline  [a] <>"),
        ("[](b)", "Inline b [] <b>"),
        ("[a](\n  b\n)", "Inline b [a] <b>"),
        ("[a\\](b](c)", "Inline c [a](b] <c>"),
        ("é [a](é%20b.md)", "Inline é%20b.md [a] <é%20b.md>"),
        ("| a |\n|---|\n| [b](c\\|d) |", "Inline c|d [b] <c\\|d>"),
        ("> [a](b) é", "Inline b [a] <b>"),
        ("[a][b]\n\n[b]: c.md 'd'", "Reference c.md [a] <c.md>"),
        ("[a][]\n\n[A]: <c d.md>", "Reference c d.md [a] <c d.md>"),
        ("[a]\n\n[a]:\n  c.md", "Reference c.md [a] <c.md>"),
        ("[a\\]b]\n\n[a\\]b]: c.md", "Reference c.md [a]b] <c.md>"),
        ("> [a]\n>\n> [a]: c.md", "Reference c.md [a] <c.md>"),
        ("> [a]\n>\n> [a]:\n> c.md", "Reference c.md [a] <c.md>"),
        ("![a *b*](c.png)", "Image c.png [a b] <c.png>"),
        ("![a][b]\n\n[b]: c.png", "ReferenceImage c.png [a] <c.png>"),
        ("<https://a.nl/b?c&d>", "Autolink https://a.nl/b?c&d [https://a.nl/b?c&d] <https://a.nl/b?c&d>"),
        ("<a@b.nl>", "Autolink mailto:a@b.nl [a@b.nl] <a@b.nl>"),
        ("<a href=\"b.md?c&amp;d\">e <b>f</b></a>", "Html b.md?c&d [e f] <b.md?c&amp;d>"),
        ("a <a href='b.md'>e</a>", "Html b.md [e] <b.md>"),
        ("<img src=a.png alt='b'>", "HtmlImage a.png [] <a.png>"),
    ] {
        assert_eq!(links(text), [expected], "{text}");
    }
    assert_eq!(links("[![a](b.png)](c)"), ["Inline c [a] <c>", "Image b.png [a] <b.png>"]);
    assert_eq!(md("[a](b 'c')").links[0].title, "c");
    for text in ["`[a](b)`", "    [a](b)", "```\n[a](b)\n```", "\\[a](b)", "[a](b c)", "[x] y", "<!-- [a](b) -->", "<!--\n<a href=b>\n-->"]
    {
        assert_eq!(links(text), [""; 0], "{text}");
    }
}

#[test]
fn a_targets_path_is_what_stands_before_its_fragment() {
    for (target, path) in [("a.md#b", "a.md"), ("#b", ""), ("https://a.nl", "https://a.nl"), ("C:/a.md", "C:/a.md")] {
        assert_eq!(md(&format!("[a](<{target}>)")).links[0].path(), path);
    }
}

#[test]
fn wikilinks_are_read_where_commonmark_sees_text() {
    for (text, expected) in [
        ("a [[b]] c", "Wiki b [b] <b>"),
        ("[[b|c d]]", "Wiki b [c d] <b>"),
        ("[[ b#e f | c *d* ]]", "Wiki b#e f [c *d*] <b#e f>"),
        ("[[b|]]", "Wiki b [b] <b>"),
        ("a![[b.png]]", "Embed b.png [b.png] <b.png>"),
        ("\\![[b]]", "Wiki b [b] <b>"),
        ("[[[b]]]", "Wiki b [b] <b>"),
        ("[[a_b_c]]", "Wiki a_b_c [a_b_c] <a_b_c>"),
        ("- [ ] [[b]]", "Wiki b [b] <b>"),
        ("**[[b]]**", "Wiki b [b] <b>"),
        ("| a |\n|---|\n| [[b\\|c]] |", "Wiki b [c] <b>"),
        ("[[1]](b)", "Inline b [[1]] <b>"),
        ("[[b]]\n\n[b]: c", "Reference c [b] <c>"),
    ] {
        assert_eq!(links(text), [expected], "{text}");
    }
    assert_eq!(links("[[a]] [[b]]").len(), 2);
    for text in [
        "`[[b]]`",
        "\\[[b]]",
        "[\\[b]]",
        "[[]]",
        "[[ ]]",
        "[[a\nb]]",
        "[[a]",
        "[[a|b]",
        "[[a [b]]",
        "    [[b]]",
        "[[`a`]]",
        "[[a|`b]]`",
        "[[{{ a }}]]",
    ] {
        assert_eq!(links(text), [""; 0], "{text}");
    }
    assert_eq!(runs("see [[a|b *c*]]s, ![[d]]"), "see +b +c+s, +d");
}

#[test]
fn labels_without_a_definition_are_told() {
    let undefined = |text: &str| -> Vec<String> {
        md(text).undefined.iter().map(|one| format!("{} <{}>", one.label, &text[one.span.clone()])).collect()
    };
    assert_eq!(undefined("é [a][b] [c][] ![d][e]"), ["b <[a][b]>", "c <[c][]>", "e <![d][e]>"]);
    for text in ["[a]", "- [ ] a", "- [x] [a]", "[ ][ ]", "`[a][b]`", "[a][b]\n\n[B]: c", "a[^1]", "[!NOTE]", "[[a]]"] {
        assert_eq!(undefined(text), [""; 0], "{text}");
    }
}

#[test]
fn a_mention_is_of_a_person() {
    for (text, handles) in [
        ("@anna", vec!["anna"]),
        ("(@anna-b), @c_d: \"@e\"; *@f*, _@g_, **@h**!", vec!["anna-b", "c_d", "e", "f", "g", "h"]),
        ("@anna. @bram's @cor- @dee/@eva", vec!["anna", "bram", "cor", "dee", "eva"]),
        ("cc:@anna,@bram", vec!["anna", "bram"]),
        ("@zoë", vec!["zoë"]),
        ("@jan\\_smit", vec!["jan_smit"]),
        ("@anna\\\n@bram", vec!["anna", "bram"]),
        ("# Ask @anna", vec!["anna"]),
        ("| @a | @b |\n|---|---|", vec!["a", "b"]),
        ("<p>@anna</p>", vec!["anna"]),
        ("a@b.nl @c@d.social @e:f.org @g.com", vec![]),
        ("@org/team @types/node.js", vec![]),
        ("a/@b ./@c https://d.nl/@e https://f.nl/?g,@h www.i.nl,@j", vec![]),
        ("`@a` ```@b``` <https://c.nl/@d> [@e](f) ![@g](h)", vec![]),
        ("```css\n@media print {}\n```\n\n    @indented\n", vec![]),
        ("\\@anna @ @- @_ a@b", vec![]),
        ("@Test(expected) `x`@y", vec![]),
        ("{{ user }}@host <a href='@x'>@y</a> <!-- @z -->", vec![]),
        ("[a]: https://b.nl/@c\n\n[a]", vec![]),
        ("[[@a]]", vec![]),
    ] {
        assert_eq!(mentions(text), handles, "{text}");
    }
}

#[test]
fn tasks_have_people_and_a_date() {
    let text = "- [ ] @anna writes **it** down (2026-12-15)\n  - [x] done\n- plain @cor\n1. [X] loose\n\n   more @bram\n- [ ]\n- [] no\n- [ ](a) no\n";
    let read = md(text);
    let shown: Vec<_> = read.tasks.iter().map(|task| (task.done, task.text.as_str(), &text[task.span.clone()])).collect();
    let first = "[ ] @anna writes **it** down (2026-12-15)";
    assert_eq!(shown[0], (false, "@anna writes it down (2026-12-15)", first));
    assert_eq!(shown[1], (true, "done", "[x] done"));
    assert_eq!(shown[2], (true, "loose", "[X] loose"));
    assert_eq!(shown.len(), 3, "{shown:?}");
    assert_eq!(read.tasks[0].mentions, ["anna"]);
    assert_eq!(read.tasks[0].date.as_deref(), Some("2026-12-15"));
    assert_eq!(read.tasks[2].mentions, [""; 0]);
}

#[test]
fn headings_have_ids_spans_and_sections() {
    let text = "# A `b` & <i>c</i>\r\ntext\r\n\r\n## D\r\n### E ###\r\n## D\r\nF\r\n===\r\nend";
    let read = md(text);
    let shown: Vec<_> = read.headings.iter().map(|one| (one.level, one.text.as_str(), one.id.as_str(), &text[one.span.clone()])).collect();
    let expected = [
        (1, "A b & c", "a-b--c", "# A `b` & <i>c</i>"),
        (2, "D", "d", "## D"),
        (3, "E", "e", "### E ###"),
        (2, "D", "d-1", "## D"),
        (1, "F", "f", "F\r\n==="),
    ];
    assert_eq!(shown, expected);
    let section = |at: usize| &text[read.headings[at].section.clone()];
    assert!(section(0).ends_with("## D\r\n"));
    assert_eq!(section(1), "## D\r\n### E ###\r\n");
    assert_eq!(section(4), "F\r\n===\r\nend");
    assert_eq!(&text[read.headings[4].content()], "\r\nend");
}

#[test]
fn headings_in_quotes_and_items_open_no_section() {
    let text = "> # quoted\n\n## A\n\n- # item\n\nb\n\n## C\n";
    let read = md(text);
    assert!(read.first_heading().is_none());
    assert_eq!(&text[read.headings[1].section.clone()], "## A\n\n- # item\n\nb\n\n");
    assert_eq!(read.headings[2].id, "item");
}

#[test]
fn the_first_heading_names_the_document() {
    for (text, title) in [
        ("text\n\n## B\n\n# A", Some("A")),
        ("## B\n\n### C", Some("B")),
        ("## B\n\n## C", None),
        ("### B\n\n## C", None),
        ("text\n\n## B", None),
        ("# <%= current_page.data.title %>\n\n## B", Some("B")),
        ("# {{ title }}", None),
        ("#\n\nA\n=", Some("A")),
        ("# ![Logo](a.png)", Some("Logo")),
        ("# ![Logo](a.png) Name", Some("Name")),
        ("<h1 align=\"center\">\n  <img src=\"a.png\"><br>\n  Name &amp; more\n</h1>\n", Some("Name & more")),
        ("<div>\n<h1>Name</h1>text</div>", Some("Name")),
        ("# [Name](a.md) [[b|c]]", Some("Name c")),
        ("# Name {#id .class}", Some("Name")),
        ("# {short title of solved problem}", Some("{short title of solved problem}")),
        ("```\n# no\n```", None),
        ("#no", None),
    ] {
        assert_eq!(md(text).first_heading().map(|one| one.text.as_str()), title, "{text}");
    }
}

#[test]
fn anchors_are_what_a_fragment_can_name() {
    let text = "# A {#own}\n\n<a id=\"x\"></a><a name='y'>b</a> <span id=z>c</span>\n\n<div id=\"d\">\n\n## Own\n\n`<a id=no>`\n";
    let read = md(text);
    let ids: Vec<_> = read.anchors.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["own", "x", "y", "z", "d"]);
    assert_eq!(&text[read.anchors[1].span.clone()], "x");
    assert_eq!(read.headings[0].id, "a-own", "GitHub does not know attributes");
    let mkdocs = super::read(text, 0, HeadingIds::MkDocs, &Limits::default());
    assert_eq!(mkdocs.headings[0].id, "own");
    assert_eq!(mkdocs.headings[1].id, "own_1");
}

#[test]
fn ids_are_made_of_what_is_shown() {
    for (text, id) in [
        ("# ![x](y) A", "-a"),
        ("# [A](b) `c_d` *e*", "a-c_d-e"),
        ("# A &amp; B", "a--b"),
        ("# &#x20;a", "-a"),
        ("# A\\_B", "a_b"),
        ("# {{ x }}", ""),
        ("# Eén :tada:", "eén-tada"),
    ] {
        assert_eq!(md(text).headings[0].id, id, "{text}");
    }
}

#[test]
fn comments_and_html_are_found_outside_code() {
    let text = "<!-- cop: a -->\n\nb <!-- cop-allow: c --> d\n\n`<!-- no -->`\n\n<div>\n<!-- e\n f --></div>\n\n<!--g";
    let read = md(text);
    let comments: Vec<_> = read.comments.iter().map(|one| one.text.as_str()).collect();
    assert_eq!(comments, ["cop: a", "cop-allow: c", "e\n f", "g"]);
    assert_eq!(&text[read.comments[1].span.clone()], "<!-- cop-allow: c -->");
    assert_eq!(read.html.len(), 4);
}

#[test]
fn code_is_known_with_its_marks() {
    let text = "a ``b`c``\n\n```rust\n{{ d }}\n```\n\n    e {% f %}\n\n{{ g }} `{{ h }}`\n";
    let read = md(text);
    let code: Vec<_> = read.code.iter().map(|range| &text[range.clone()]).collect();
    assert_eq!(code, ["``b`c``", "```rust\n{{ d }}\n```", "e {% f %}\n", "`{{ h }}`"]);
    let opaque: Vec<_> = read.opaque.iter().map(|range| &text[range.clone()]).collect();
    assert_eq!(opaque, ["{{ g }}"]);
    assert_eq!(runs(text), "a +c:b`c|c:{{ d }}\n|c:e {% f %}\n| +c:{{ h }}");
}

#[test]
fn template_tags_hide_what_is_in_them() {
    let text = "a {{ \"[b](c)\" | d }} @e\n\n[f]({{ site.url }}/g) [h]({% link i.md %}) <a href=\"{{ j }}\">k</a>\n\n[l]\n\n[l]: {{ m }}\n";
    let read = md(text);
    let targets: Vec<_> = read.links.iter().map(|link| (link.target.as_str(), link.opaque)).collect();
    assert_eq!(targets, [("{{ site.url }}/g", true), ("{% link i.md %}", true), ("{{ j }}", true), ("{{ m }}", true)]);
    assert_eq!(read.mentions.len(), 1);
    assert_eq!(runs("{{ a }} is b\n"), " is b");
    assert_eq!(runs("{% if a %}\n- b\n{% endif %}\n"), "b");
}

#[test]
fn runs_are_the_plain_text_in_order() {
    for (text, expected) in [
        ("# A *b*\n\nc **bo**ld `x`y\nz", "1:A +1:b|c +bo+ld +c:x+y/z"),
        ("a &amp; b\\*c &eacute;", "a +&+ b+*c +é"),
        ("- a\n- b\n\n  c\n", "a|b|c"),
        ("| a | b |\n|---|---|\n| c |  |", "a|b|c"),
        ("![a](b) c", "a:a/ c"),
        ("a[^1]\n\n[^1]: b", "a|b"),
        ("> [!NOTE]\n> a", "a"),
        ("~~a~~ <b>b</b>c<br>d", "a+ +b+c/d"),
        ("<details><summary>A&nbsp;b</summary>\nc <i>d</i>e\n<script>no</script></details>", "A+\u{a0}+b|c/d+e"),
        ("` a `", "c:a"),
        ("`a\nb`", "c:a b"),
        ("```\r\na\r\nb\r\n```", "c:a+c:\nb+c:\n"),
        ("# A {#b}", "1:A"),
        ("a\0b", "a\0b"),
    ] {
        assert_eq!(runs(text), expected, "{text}");
    }
}

#[test]
fn plain_text_is_cut_to_a_range() {
    let text = "# A\n\nb **bo**ld &amp;\nc\n\n- d `e`\n";
    let read = md(text);
    assert_eq!(read.plain(text, 0..text.len()), "A\nb bold & c\nd e");
    let bold = text.find("**").unwrap();
    assert_eq!(read.plain(text, bold..bold + 4), "bo");
    assert_eq!(read.plain(text, 3..4), "");
    assert_eq!(read.plain(text, 90..95), "");
}

#[test]
fn places_count_from_the_start_of_the_file() {
    let text = "\u{feff}---\na: é\n---\n# A @b [c](d)\n\n[e][f] `g` <!-- h -->";
    let body = text.find("# A").unwrap();
    let read = read(text, body, HeadingIds::GitHub, &Limits::default());
    assert_eq!(&text[read.headings[0].span.clone()], "# A @b [c](d)");
    assert_eq!(&text[read.links[0].target_span.clone()], "d");
    assert_eq!(&text[read.mentions[0].span.clone()], "@b");
    assert_eq!(&text[read.undefined[0].span.clone()], "[e][f]");
    assert_eq!(&text[read.code[0].clone()], "`g`");
    assert_eq!(&text[read.comments[0].span.clone()], "<!-- h -->");
    assert_eq!(md("\u{feff}# A").headings.len(), 1);
    assert_eq!(super::read("é", 1, HeadingIds::GitHub, &Limits::default()), Markdown::default());
    assert_eq!(super::read("a", 9, HeadingIds::GitHub, &Limits::default()), Markdown::default());
}

#[test]
fn what_is_nested_too_deep_is_a_problem() {
    let text = format!("a\n\n{} deep\n", ">".repeat(100));
    let read = md(&text);
    assert_eq!(read.problems[0].rule, "markdown-too-deep");
    assert_eq!(read.problems[0].span, 3 + 64..text.len());
    assert!(read.problems[0].msg.to_string().contains("64"));
    let code = format!("```\n{} deep\n```\n", ">".repeat(100));
    assert_eq!(md(&code).problems, []);
    assert!(runs(&code).contains("> deep"));
}

#[test]
fn a_text_is_shown_as_blocks() {
    let text = "# A *b*\n\nc [d](e.md) [[f|g]]\\\nh\n\n> q\n>\n> 3. i\n>    - [x] j `k`\n>\n>      l\n\n```sh x\nm {{ n }}\n```\n\n|o|p|\n|-|-|\n|**q**|\n\n---\n<p>r</p>\n\n{{ s }}[^t]\n\n[^t]: u\n";
    let mut shown = Vec::new();
    let words = |words: &[super::Inline]| -> String {
        let one = |word: &super::Inline| {
            let style = &word.style;
            let mut marks = String::new();
            marks
                .extend([(style.strong, 's'), (style.emphasis, 'e'), (style.code, 'c')].iter().filter(|(on, _)| *on).map(|(_, mark)| mark));
            let link = style.link.as_ref().map(|link| format!(">{link}")).unwrap_or_default();
            if marks.is_empty() && link.is_empty() { word.text.clone() } else { format!("{marks}<{}{link}>", word.text) }
        };
        words.iter().map(one).collect()
    };
    for block in blocks(text, 0, &Limits::default()) {
        let prose = match block.prose {
            Prose::Heading(level, text) => format!("h{level} {}", words(&text)),
            Prose::Paragraph(text) => format!("p {}", words(&text)),
            Prose::Item { number, done, text } => format!("i {number:?} {done:?} {}", words(&text)),
            Prose::Code { lang, text } => format!("c {lang} {text}"),
            Prose::Table(rows) => format!(
                "t {}",
                rows.iter().map(|row| row.iter().map(|cell| words(cell)).collect::<Vec<_>>().join("|")).collect::<Vec<_>>().join("/")
            ),
            Prose::Rule => "rule".to_owned(),
            Prose::Html(html) => format!("html {html}"),
        };
        shown.push(format!("{}{} {prose}", block.quotes, block.lists));
    }
    let expected = [
        "00 h1 A e<b>",
        "00 p c <d>e.md> <g>f>\nh",
        "10 p q",
        "11 i Some(3) None i",
        "12 i None Some(true) j c<k>",
        "12 p l",
        "00 c sh m {{ n }}\n",
        "00 t o|p/s<q>|",
        "00 rule",
        "00 html <p>r</p>\n",
        "00 p {{ s }}[t]",
        "00 p [t] u",
    ];
    assert_eq!(shown, expected);
}

/// A picture is no link to follow.
#[test]
fn forms_say_what_they_are() {
    assert!(LinkForm::Embed.is_image() && LinkForm::Embed.is_wiki());
    assert!(!LinkForm::Reference.is_image() && !LinkForm::Html.is_wiki());
}
