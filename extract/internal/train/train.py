#!/usr/bin/env python3
"""Learn the tables of package density from what the train command wrote.

  train.py --work DIR --origin html|text --go TRAIN --args '...' --out TABLES.go

DIR holds features.f32, pages.jsonl, names.json and lexicon.json. The two steps are
cross-validated by site (folds stated by the train command), calibrated on the scores of
pages that a model did not see, trained once more on all pages and written as Go tables.
README.md beside this file tells the whole way.
"""
import argparse, hashlib, json, os, subprocess
import lightgbm as lgb
import numpy as np

FOLDS = 5
UNIT = 65536  # of raw scores in the tables
SETTLED = 0.02  # as in classify.go
LEAST_NODES = 64  # from a tree's root to the end of its tables, as in forest.go
COST = 0.0005  # of log loss that rows which leave a forest early may add
STEP1 = dict(rounds=120, inputs=120, early=20)
STEP2 = dict(rounds=60, inputs=100)
PARAMS = dict(objective='cross_entropy', learning_rate=0.1, num_leaves=31, max_depth=7, min_data_in_leaf=100,
              feature_fraction=0.4, bagging_fraction=0.7, bagging_freq=1, lambda_l2=10, max_bin=127,
              num_threads=2, seed=1, deterministic=True, force_col_wise=True, verbose=-1)


class Data:
    """Blocks of all pages in order: features, labels, folds and weights."""

    def __init__(self, work):
        self.work = work
        names = json.load(open(os.path.join(work, 'names.json')))
        self.names, self.context_names = names['features'], names['context']
        self.pages = [json.loads(l) for l in open(os.path.join(work, 'pages.jsonl'), encoding='utf-8')]
        sizes = [len(p['Texts'] or []) for p in self.pages]
        self.ends = np.cumsum(sizes)
        self.fold = np.repeat([p['Fold'] for p in self.pages], sizes)
        flat = lambda key: np.concatenate([np.array(p[key] or [], dtype=np.float32) for p in self.pages])
        self.labels, self.words = flat('Labels'), flat('Words')
        self.features = self.read('features.f32', len(self.names))
        self.weights = self.weigh()

    def read(self, name, width):
        return np.fromfile(os.path.join(self.work, name), dtype=np.float32).reshape(-1, width)

    def write(self, name, values):
        values.astype(np.float32).tofile(os.path.join(self.work, name))

    def weigh(self):
        """Equal weight a page, within it by the root of a block's words; pages that
        are known by a few snippets count by these."""
        w = np.sqrt(np.maximum(self.words, 1)) * (self.labels >= 0)
        start = 0
        for page, end in zip(self.pages, self.ends):
            known = (self.labels[start:end] >= 0).sum()
            if known:
                share = 1 if known == end - start else min(1, known / 8)
                w[start:end] *= share / w[start:end].sum()
            start = end
        return w * len(w) / w.sum()


def fit(rows, data, use, rounds):
    params = PARAMS
    train = lgb.Dataset(rows[use], np.clip(data.labels[use], 0, 1), weight=data.weights[use], params=params)
    return lgb.train(params, train, rounds)


class Forest:
    """A trained model as the flat arrays of forest.go."""

    def __init__(self, model):
        self.roots, self.depths, self.thresholds, self.features, self.children, self.leaves = [], [], [], [], [], []
        for tree in model.dump_model()['tree_info']:
            self.add(tree['tree_structure'])

    def add(self, root):
        base = len(self.thresholds)
        self.roots.append(base)
        queue, deepest = [(root, 0)], 0
        at = 0
        while at < len(queue):  # breadth first: both children of a node side by side
            node, depth = queue[at]
            deepest = max(deepest, depth)
            if 'leaf_value' in node:
                self.row(np.inf, 0, at, int(round(node['leaf_value'] * UNIT)))
            else:
                assert node['decision_type'] == '<='
                t = np.float32(node['threshold'])
                if float(t) > node['threshold']:  # a float32 is at most the threshold if at most t
                    t = np.nextafter(t, np.float32(-np.inf))
                self.row(t, node['split_feature'], len(queue), 0)
                queue += [(node['left_child'], depth + 1), (node['right_child'], depth + 1)]
            at += 1
        self.depths.append(deepest)

    def row(self, threshold, feature, child, leaf):
        self.thresholds.append(np.float32(threshold)); self.features.append(feature)
        self.children.append(child); self.leaves.append(leaf)

    def raw(self, rows):
        """Raw scores exactly as forest.go sums them."""
        th, fe, ch, le = (np.array(x) for x in (self.thresholds, self.features, self.children, self.leaves))
        sums = np.zeros(len(rows), np.int64)
        for root, depth in zip(self.roots, self.depths):
            at = np.zeros(len(rows), np.int64)
            for _ in range(depth):
                n = root + at
                at = ch[n] + (rows[np.arange(len(rows)), fe[n]] > th[n])
            sums += le[root + at]
        return sums


class Curve:
    """Calibration: the share of content at even raw scores, made monotone by pooling
    adjacent violators (Ayer et al., 1955), straight lines between."""

    def __init__(self, raw, labels, weights, width=UNIT // 2, reach=14):
        self.start, self.step = -reach * width, width
        at = np.clip(np.rint(raw / width).astype(int), -reach, reach) + reach
        n = 2 * reach + 1
        total = np.bincount(at, weights, n) + 1e-3
        prior = 1 / (1 + np.exp(-(np.arange(n) - reach) * width / UNIT))
        share = (np.bincount(at, weights * labels, n) + 1e-3 * prior) / total
        pools = []
        for s, t in zip(share, total):
            pools.append([s, t, 1])
            while len(pools) > 1 and pools[-2][0] > pools[-1][0]:
                b, a = pools.pop(), pools.pop()
                pools.append([(a[0] * a[1] + b[0] * b[1]) / (a[1] + b[1]), a[1] + b[1], a[2] + b[2]])
        self.knots = np.array([np.float32(p[0]) for p in pools for _ in range(p[2])])

    def __call__(self, raw):
        x = np.clip(raw - self.start, 0, (len(self.knots) - 1) * self.step)
        k = np.minimum(x // self.step, len(self.knots) - 2)
        part = ((x - k * self.step).astype(np.float32) / np.float32(self.step)).astype(np.float32)
        return self.knots[k] + part * (self.knots[k + 1] - self.knots[k])


def log_loss(data, scores, known):
    p = np.clip(scores[known], 1e-6, 1 - 1e-6)
    y, w = data.labels[known], data.weights[known]
    return -(w * (y * np.log(p) + (1 - y) * np.log(1 - p))).sum() / w.sum()


def leave(data, part, scores, known):
    """The highest raw score of the first trees below which blocks can leave the
    forest with one score, the content among them, for no more than COST; with
    that score, and the scores of all blocks then. The score stays below SETTLED."""
    most = log_loss(data, scores, known) + COST
    for share in np.arange(0.7, 0, -0.02):
        below = int(np.quantile(part[known], share))
        low = known & (part < below)
        content = np.float32((data.weights * data.labels)[low].sum() / data.weights[low].sum())
        after = np.where(part < below, content, scores)
        if content < SETTLED and log_loss(data, after, known) <= most:
            print('  %.0f%% of blocks leave early, score %.4f' % (100 * (part < below).mean(), content), flush=True)
            return below, content, after
    raise SystemExit('no block can leave early')


def learn(data, rows, rounds, inputs, early=0):
    """Cross-validates, picks the inputs that carry weight, and trains on all pages.
    Returns the step's tables and the scores of pages that a model did not see."""
    known = data.weights > 0
    gain = fit(rows, data, np.flatnonzero(known), 40).feature_importance('gain')
    kept = np.sort(np.argsort(-gain, kind='stable')[:inputs])
    rows = np.ascontiguousarray(rows[:, kept])
    raw, part = np.zeros(len(rows), np.int64), np.zeros(len(rows), np.int64)
    for k in range(FOLDS):
        model = fit(rows, data, np.flatnonzero(known & (data.fold != k)), rounds)
        out = np.flatnonzero(data.fold == k)
        raw[out] = np.rint(model.predict(rows[out], raw_score=True) * UNIT)
        part[out] = np.rint(model.predict(rows[out], raw_score=True, num_iteration=max(early, 1)) * UNIT)
    curve = Curve(raw[known], np.clip(data.labels[known], 0, 1), (data.weights * np.sqrt(np.maximum(data.words, 1)))[known])
    scores = curve(raw)
    below, content = 0, 0
    if early:
        below, content, scores = leave(data, part, scores, known)
    loss = log_loss(data, scores, known)
    print('  inputs %d, log loss %.5f' % (len(kept), loss), flush=True)
    model = fit(rows, data, np.flatnonzero(known), rounds)
    final = Forest(model)
    sample = rows[::len(rows) // 1000]
    sums = final.raw(sample)
    assert np.abs(model.predict(sample, raw_score=True) * UNIT - sums).max() <= len(final.roots), 'the tables are not the model'
    check = [dict(row=[float('%.9g' % v) for v in sample[i]], raw=int(sums[i])) for i in range(0, len(sample), 50)]
    return dict(inputs=kept, forest=final, curve=curve, early=(early, below, content), gain=gain, check=check, loss=loss), scores


def go_list(kind, values, fmt='%s'):
    out, line = [], ''
    for v in values:
        item = fmt % v + ','
        if len(line) + len(item) > 110:
            out.append('\t' + line); line = ''
        line += item
    return '%s{\n%s\n}' % (kind, '\n'.join(out + ['\t' + line]))


def key(v):
    """The integer that forest.go compares in place of a float32."""
    if np.isinf(v):
        return 2**31 - 1
    k = int(np.array(v + np.float32(0), dtype=np.float32).view(np.int32))
    return k ^ 0x7fffffff if k < 0 else k


def go_step(name, s):
    f = s['forest']
    nodes = ['%#x' % ((key(t) & 0xffffffff) << 32 | a << 16 | c) for t, a, c in zip(f.thresholds, f.features, f.children)]
    padding = [0] * max(0, f.roots[-1] + LEAST_NODES - len(nodes))
    return '\n\n'.join([
        'var %sInputs = %s' % (name, go_list('[]uint16', s['inputs'])),
        'var %sRoots = %s' % (name, go_list('[]uint32', f.roots)),
        'var %sDepths = %s' % (name, go_list('[]uint8', f.depths)),
        'var %sNodes = %s' % (name, go_list('[]node', nodes + padding)),
        'var %sLeaves = %s' % (name, go_list('[]int32', f.leaves + padding)),
        'var %sEarly = early{%d, %d, %.6g}' % ((name,) + tuple(s['early'])),
        'var %sCurve = curve{from: %d, step: %d, knots: %s}' % (name, s['curve'].start, s['curve'].step,
            go_list('[]float32', s['curve'].knots, '%.6g')),
    ])


def go_lexicon(name, values):
    size = 8
    while size < len(values) * 3 // 2:
        size *= 2
    keys, vals = [0] * size, [0] * size
    for h, v in sorted((int(k), v) for k, v in values.items()):
        i = h & (size - 1)
        while keys[i]:
            i = (i + 1) & (size - 1)
        keys[i], vals[i] = h, v
    return 'var %s = block.Lexicon{\nKeys: %s,\nValues: %s,\n}' % (name, go_list('[]uint32', keys, '%#x'), go_list('[]int8', vals))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--work', required=True); ap.add_argument('--origin', required=True, choices=('html', 'text'))
    ap.add_argument('--go', required=True, help='the train command with its flags, to which -do is added')
    ap.add_argument('--out', help='Go file to write')
    ap.add_argument('--note', default='', help='lines for the header: corpora, licences, date')
    a = ap.parse_args()
    command = a.go.split()
    step = lambda do: subprocess.run(command[:1] + ['-do', do] + command[1:], check=True)
    step('features')
    data = Data(a.work)
    print('%d pages, %d blocks' % (len(data.pages), len(data.labels)), flush=True)
    first, scores = learn(data, data.features, **STEP1)
    data.write('first.f32', scores)
    step('context')
    both = np.hstack([data.features, data.read('context.f32', len(data.context_names))])
    second, again = learn(data, both, **STEP2)
    data.write('second.f32', np.where(scores < SETTLED, scores, again))
    step('predictions')
    names = data.names + data.context_names
    for title, s in (('first', first), ('second', second)):
        order = np.argsort(-s['gain'])[:25]
        print('  %s: %s' % (title, ', '.join('%s %.1f%%' % (names[i], 100 * s['gain'][i] / s['gain'].sum()) for i in order)))
    if a.out:
        write(a, first, second, json.load(open(os.path.join(a.work, 'lexicon.json'))))


def write(a, first, second, lexicon):
    o = a.origin
    body = '\n\n'.join([
        'var %sModel = model{\nfirst: step{inputs: %sFirstInputs, forest: forest{%sFirstRoots, %sFirstDepths, %sFirstNodes, %sFirstLeaves}, curve: %sFirstCurve, early: %sFirstEarly},\n'
        'second: step{inputs: %sSecondInputs, forest: forest{%sSecondRoots, %sSecondDepths, %sSecondNodes, %sSecondLeaves}, curve: %sSecondCurve, early: %sSecondEarly},\n'
        'classes: %sClasses, words: %sWords,\n}' % ((o,) * 17),
        go_step(o + 'First', first), go_step(o + 'Second', second),
        go_lexicon(o + 'Classes', lexicon['classes']), go_lexicon(o + 'Words', lexicon['words'])])
    digest = hashlib.sha256(body.encode()).hexdigest()
    header = ['// Code generated by extract/internal/train; DO NOT EDIT.', '//'] + ['// ' + l for l in a.note.split('\n') if l]
    header += ['// Log loss on pages of sites not seen: first step %.5f, second step %.5f.' % (first['loss'], second['loss'])]
    header += ['// SHA-256 of what follows the imports: ' + digest, '', 'package density', '',
               'import "github.com/pithtext/pith/extract/internal/block"', '', '']
    with open(a.out, 'w') as f:
        f.write('\n'.join(header) + body + '\n')
    with open(os.path.join(os.path.dirname(a.out), 'testdata', o + '_check.json'), 'w') as f:
        json.dump(dict(first=first['check'], second=second['check']), f)
    subprocess.run(['gofmt', '-w', a.out], check=True)


if __name__ == '__main__':
    main()
