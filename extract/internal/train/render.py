#!/usr/bin/env python3
"""Render HTML corpora to scraped text as other tools make it: more pages for the text model.

  render.py CORPORA OUT NAME...

Each page of CORPORA/NAME goes to OUT/NAME-more and OUT/NAME-again in one style each, which a
hash of its id picks; gold and fold go with it. Pages that a renderer fails on, or renders to nothing, are left out.
Styles: resiliparse's plain text, html2text's Markdown, inscriptis, lynx and w3m dumps, and
text nodes by lxml and lexbor. Needs lynx and w3m on the path.
"""
import gzip, hashlib, itertools, json, os, re, subprocess, sys
from multiprocessing import Pool

import html2text, lxml.html
from inscriptis.css_profiles import CSS_PROFILES
from inscriptis.html_engine import Inscriptis
from inscriptis.model.config import ParserConfig
from resiliparse.extract.html2text import extract_plain_text
from selectolax.lexbor import LexborHTMLParser

CHARSET = re.compile(r'<meta[^>]*charset[^>]*>', re.I)
DECLARED = re.compile(rb'charset=["\']?\s*([\w-]+)')
XML = re.compile(r'^\s*<\?xml[^>]*>')
UNSEEN = ['script', 'style', 'template', 'noscript', 'head']


def read(path):
    data = gzip.open(path).read() if path.endswith('.gz') else open(path, 'rb').read()
    m = DECLARED.search(data[:65536])
    for name in ('utf-8-sig', m.group(1).decode() if m else 'cp1252', 'cp1252'):
        try:
            return data.decode('gb18030' if name.lower() in ('gb2312', 'gbk') else name)
        except (UnicodeDecodeError, LookupError):
            pass
    return data.decode('cp1252', 'replace')


class Pick:
    """Choices that depend on the page's id alone."""

    def __init__(self, seed):
        self.seed = seed

    def __call__(self, what, *choices):
        return choices[hashlib.sha1((self.seed + what).encode()).digest()[0] % len(choices)]


def plain(page, pick):
    bullets = pick('bullets', True, False, False)
    return extract_plain_text(page, main_content=False, list_bullets=bullets, noscript=False,
                              preserve_formatting='minimal' if bullets else pick('format', True, 'minimal'),
                              alt_texts=pick('alt', True, False), form_fields=pick('fields', True, False, False))


def markdown(page, pick):
    h = html2text.HTML2Text()
    h.body_width, h.ignore_links = pick('width', 0, 0, 78), pick('links', True, False)
    h.ignore_images, h.ignore_emphasis = pick('images', True, True, False), pick('emphasis', True, False)
    h.unicode_snob, h.ul_item_mark = True, pick('mark', '*', '-')
    return h.handle(page)


def inscriptis(page, pick):
    tree = lxml.html.document_fromstring(XML.sub('', page).replace('\0', ' '))
    return Inscriptis(tree, ParserConfig(css=CSS_PROFILES[pick('css', 'strict', 'relaxed')], display_links=False)).get_text()


def dump(command, page):
    p = subprocess.run(command, input=CHARSET.sub('', page).encode('utf-8', 'replace'), stdout=subprocess.PIPE,
                       stderr=subprocess.DEVNULL, timeout=20)
    return p.stdout.decode('utf-8', 'replace')


def lynx(page, pick):
    return dump(['lynx', '-dump', '-stdin', '-nolist', '-nonumbers', '-force_html', '-assume_charset=utf-8',
                 '-display_charset=utf-8', '-width=%d' % pick('columns', 80, 80, 72, 100)], page)


def w3m(page, pick):
    return dump(['w3m', '-dump', '-T', 'text/html', '-I', 'UTF-8', '-O', 'UTF-8', '-cols', str(pick('columns', 80, 80, 66, 100))], page)


def source_lines(page, pick):
    """The text as it stands in the source, lines stripped."""
    tree = lxml.html.document_fromstring(XML.sub('', page).replace('\0', ' '))
    for x in list(tree.iter(*UNSEEN)):
        if x.getparent() is not None:
            x.drop_tree()
    lines = [l.strip() for l in tree.text_content().splitlines()]
    return re.sub(r'\n{3,}', '\n\n', '\n'.join(lines)) if pick('blanks', True, False) else '\n'.join(l for l in lines if l)


def nodes(page, pick):
    """A text node a line."""
    tree = LexborHTMLParser(page)
    tree.strip_tags(UNSEEN[:-1])
    text = tree.body.text(deep=True, separator='\n') if tree.body else ''
    return '\n'.join(' '.join(l.split()) for l in text.split('\n') if l.strip())


STYLES = [plain, plain, plain, markdown, nodes, nodes, inscriptis, lynx, w3m, source_lines]


def render(job):
    page, source, target, seed = job
    pick = Pick(page['id'] + seed)
    style = pick('style', *STYLES)
    try:
        text = style(read(source), pick).replace('\0', ' ')
    except Exception as e:  # renderers fail in many ways; the page is left out
        print('render.py: %s: %s: %s' % (page['id'], style.__name__, e), file=sys.stderr)
        return None
    if len(text.strip()) < 50:
        return None
    name = re.sub(r'[^\w.-]', '_', page['id']) + '.txt.gz'
    with gzip.open(os.path.join(target, 'html', name), 'wb', 6) as f:
        f.write(text.encode('utf-8', 'replace'))
    return dict(page, html='html/' + name, style=style.__name__)


def main():
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    corpora, out, names = sys.argv[1], sys.argv[2], sys.argv[3:]
    for name, (suffix, seed) in itertools.product(names, [('-more', ''), ('-again', ' again')]):
        source, target = os.path.join(corpora, name), os.path.join(out, name + suffix)
        os.makedirs(os.path.join(target, 'html'), exist_ok=True)
        pages = [json.loads(l) for l in open(os.path.join(source, 'pages.jsonl'), encoding='utf-8')]
        with Pool(maxtasksperchild=200) as pool, open(os.path.join(target, 'pages.jsonl'), 'w', encoding='utf-8') as f:
            for page in pool.imap(render, [(p, os.path.join(source, p['html']), target, seed) for p in pages], 4):
                if page:
                    f.write(json.dumps(page, ensure_ascii=False) + '\n')


if __name__ == '__main__':
    main()
