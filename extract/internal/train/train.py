#!/usr/bin/env python3
"""Learn the tables of package density from what the train command wrote.

  train.py --work DIR --origin html|text --go 'TRAIN FLAGS' --out TABLES.go

DIR holds features.f32, pages.jsonl, names.json and lexicon.json. The two steps are
cross-validated by site (folds stated by the train command), calibrated on the scores of
pages that a model did not see, trained once more on all pages and written as Go tables.
README.md beside this file tells the whole way.
"""
import argparse, json, os, subprocess
import lightgbm as lgb
import numpy as np

FOLDS = 5
UNIT = 65536  # of raw scores in the tables
SETTLED = 0.2, 0.9  # as in classify.go
MOST_LEAVES = 32  # of a tree, as in forest.go
STEPS = {  # of each origin; lines of scraped text say less of themselves than blocks of a page
    'html': (dict(rounds=80, inputs=56, rate=0.14), dict(rounds=80, inputs=48, rate=0.08)),
    'text': (dict(rounds=160, inputs=80, rate=0.09), dict(rounds=80, inputs=48, rate=0.08)),
}
PARAMS = dict(objective='cross_entropy', num_leaves=31, max_depth=7, min_data_in_leaf=100,
              feature_fraction=0.4, bagging_fraction=0.7, bagging_freq=1, lambda_l2=10, max_bin=31,
              num_threads=2, seed=1, deterministic=True, force_col_wise=True, verbose=-1)


class Data:
    """Blocks of all pages in order: features, labels, folds and weights."""

    def __init__(self, work):
        self.work = work
        names = json.load(open(os.path.join(work, 'names.json')))
        self.names, self.context_names = names['features'], names['context']
        self.pages = [json.loads(l) for l in open(os.path.join(work, 'pages.jsonl'), encoding='utf-8')]
        sizes = [len(p['Labels'] or []) for p in self.pages]
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


def fit(rows, data, use, rounds, rate):
    params = dict(PARAMS, learning_rate=rate)
    train = lgb.Dataset(rows[use], np.clip(data.labels[use], 0, 1), weight=data.weights[use], params=params)
    return lgb.train(params, train, rounds)


LAST = 2**31 - 1  # no key is beyond it


def key(v):
    """The integer that forest.go compares in place of a float32."""
    k = int(np.array(v + np.float32(0), dtype=np.float32).view(np.int32))
    return k ^ 0x7fffffff if k < 0 else k


def threshold_key(threshold):
    t = np.float32(threshold)
    if float(t) > threshold:  # a float32 is at most the threshold if at most t
        t = np.nextafter(t, np.float32(-np.inf))
    return key(t)


class Forest:
    """A trained model as the tables of forest.go."""

    def __init__(self, model, inputs):
        roots = [t['tree_structure'] for t in model.dump_model()['tree_info']]
        asked = [set() for _ in range(inputs)]
        for root in roots:
            self.collect(root, asked)
        self.thresholds, self.ends, self.index = [], [], {}
        for j, keys in enumerate(asked):
            for k in sorted(keys):
                self.index[j, k] = len(self.thresholds)
                self.thresholds.append(k)
            self.thresholds += [LAST] * (2 ** len(keys).bit_length() - len(keys))
            self.ends.append(len(self.thresholds))
        self.trees = [self.tree(root) for root in roots]

    def collect(self, node, asked):
        if 'leaf_value' not in node:
            assert node['decision_type'] == '<='
            asked[node['split_feature']].add(threshold_key(node['threshold']))
            self.collect(node['left_child'], asked)
            self.collect(node['right_child'], asked)

    def tree(self, root):
        """Nodes (threshold, from, to, at), each before those below it, and leaves."""
        nodes, leaves = [], []

        def add(node):
            start = len(leaves)
            if 'leaf_value' in node:
                leaves.append(int(round(node['leaf_value'] * UNIT)))
                return
            mine = len(nodes)
            nodes.append(None)
            add(node['left_child'])
            at = len(leaves)
            add(node['right_child'])
            nodes[mine] = [self.index[node['split_feature'], threshold_key(node['threshold'])], start, len(leaves), at]

        add(root)
        for n in nodes:
            if n[2] == len(leaves):
                n[2] = MOST_LEAVES
        nodes += [[0, MOST_LEAVES, MOST_LEAVES, at] for at in range(len(leaves), MOST_LEAVES)]
        return nodes, leaves + [0] * (MOST_LEAVES - len(leaves))

    def raw(self, rows):
        """Raw scores as forest.go sums them."""
        starts = [0] + self.ends[:-1]
        beyond = {k: np.array([key(x) > self.thresholds[k] for x in rows[:, j]])
                  for j, (a, b) in enumerate(zip(starts, self.ends)) for k in range(a, b)}
        sums = np.zeros(len(rows), np.int64)
        for nodes, leaves in self.trees:
            reach = {0: np.ones(len(rows), bool), MOST_LEAVES: np.zeros(len(rows), bool)}
            for threshold, start, end, at in nodes:
                reach[at] = reach[start] & beyond[threshold] | reach[end]
            for i, leaf in enumerate(leaves):
                sums[reach[i] & ~reach[i + 1]] += leaf
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


def learn(data, rows, known, rounds, inputs, rate):
    """Cross-validates, picks the inputs that carry weight, and trains on the known rows
    of all pages. Returns the step's tables and the scores of pages that a model did not see."""
    gain = fit(rows, data, np.flatnonzero(known), 40, rate).feature_importance('gain')
    kept = np.sort(np.argsort(-gain, kind='stable')[:inputs])
    rows = np.ascontiguousarray(rows[:, kept])
    raw = np.zeros(len(rows), np.int64)
    for k in range(FOLDS):
        model = fit(rows, data, np.flatnonzero(known & (data.fold != k)), rounds, rate)
        out = np.flatnonzero(data.fold == k)
        raw[out] = np.rint(model.predict(rows[out], raw_score=True) * UNIT)
    curve = Curve(raw[known], np.clip(data.labels[known], 0, 1), (data.weights * np.sqrt(np.maximum(data.words, 1)))[known])
    scores = curve(raw)
    loss = log_loss(data, scores, known)
    print('  inputs %d, log loss %.5f' % (len(kept), loss), flush=True)
    model = fit(rows, data, np.flatnonzero(known), rounds, rate)
    final = Forest(model, len(kept))
    sample = rows[::len(rows) // 1000]
    sums = final.raw(sample)
    assert np.abs(model.predict(sample, raw_score=True) * UNIT - sums).max() <= len(final.trees), 'the tables are not the model'
    check = [dict(row=[float('%.9g' % v) for v in sample[i]], raw=int(sums[i])) for i in range(0, len(sample), 50)]
    return dict(inputs=kept, forest=final, curve=curve, gain=gain, check=check, loss=loss), scores


def go_list(kind, values, fmt='%s'):
    out, line = [], ''
    for v in values:
        item = fmt % v + ','
        if len(line) + len(item) > 110:
            out.append('\t' + line); line = ''
        line += item
    return '%s{\n%s\n}' % (kind, '\n'.join(out + ['\t' + line]))


def go_step(name, s):
    f = s['forest']
    trees = ['{[...]node{%s}, [...]int32{%s}}' % (', '.join('{%d, %d, %d, %d}' % tuple(n) for n in nodes), ', '.join(map(str, leaves)))
             for nodes, leaves in f.trees]
    return '\n\n'.join([
        'var %sInputs = %s' % (name, go_list('[]uint16', s['inputs'])),
        'var %sThresholds = %s' % (name, go_list('[]int32', f.thresholds)),
        'var %sEnds = %s' % (name, go_list('[]uint16', f.ends)),
        'var %sTrees = []tree{\n%s\n}' % (name, '\n'.join('\t%s,' % t for t in trees)),
        'var %sCurve = curve{from: %d, step: %d, knots: %s}' % (name, s['curve'].start, s['curve'].step,
            go_list('[]float32', s['curve'].knots, '%.6g')),
    ])


def go_lexicon(name, values):
    size = 8
    while size < len(values) * 3 // 2:
        size *= 2
    keys, vals = [0] * size, [0] * size
    for h, v in sorted((int(k), v) for k, v in values.items()):
        i = h >> 1 & (size - 1)  # as in lexicon.go
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
    known = data.weights > 0
    first, scores = learn(data, data.features, known, **STEPS[a.origin][0])
    data.write('first.f32', scores)
    step('context')
    both = np.hstack([data.features, data.read('context.f32', len(data.context_names))])
    unsettled = (scores >= SETTLED[0]) & (scores < SETTLED[1])
    second, again = learn(data, both, known & unsettled, **STEPS[a.origin][1])
    data.write('second.f32', np.where(unsettled, again, scores))
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
        'var %sModel = model{\nfirst: step{inputs: %sFirstInputs, forest: forest{%sFirstThresholds, %sFirstEnds, %sFirstTrees}, curve: %sFirstCurve},\n'
        'second: step{inputs: %sSecondInputs, forest: forest{%sSecondThresholds, %sSecondEnds, %sSecondTrees}, curve: %sSecondCurve},\n'
        'classes: %sClasses, words: %sWords,\n}' % ((o,) * 13),
        go_step(o + 'First', first), go_step(o + 'Second', second),
        go_lexicon(o + 'Classes', lexicon['classes']), go_lexicon(o + 'Words', lexicon['words'])])
    header = ['// Code generated by extract/internal/train; DO NOT EDIT.', '//'] + ['// ' + l for l in a.note.split('\n') if l]
    header += ['// Log loss on pages of sites not seen: first step %.5f, second step, of what the first leaves open, %.5f.' % (first['loss'], second['loss'])]
    header += ['', 'package density', '', 'import "github.com/pithtext/pith/extract/internal/block"', '', '']
    with open(a.out, 'w') as f:
        f.write('\n'.join(header) + body + '\n')
    with open(os.path.join(os.path.dirname(a.out), 'testdata', o + '_check.json'), 'w') as f:
        json.dump(dict(first=first['check'], second=second['check']), f)
    subprocess.run(['gofmt', '-w', a.out], check=True)


if __name__ == '__main__':
    main()
