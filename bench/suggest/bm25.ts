const K1 = 1.2;
const B = 0.75;

/** The baseline: textbook BM25 over character bigrams. Answers a scorer of all texts. */
export function bm25(texts: readonly string[]): (query: string) => Float64Array {
  const postings = new Map<string, { text: number; count: number }[]>();
  const lengths = texts.map((text, at) => {
    const counts = countsOf(text);
    for (const [gram, count] of counts) {
      const hits = postings.get(gram) ?? [];
      hits.push({ text: at, count });
      postings.set(gram, hits);
    }
    return [...counts.values()].reduce((sum, count) => sum + count, 0);
  });
  const mean = lengths.reduce((sum, length) => sum + length, 0) / (lengths.length || 1) || 1;
  return (query) => {
    const scores = new Float64Array(texts.length);
    for (const [gram, weight] of countsOf(query)) {
      const hits = postings.get(gram) ?? [];
      const idf = Math.log(1 + (texts.length - hits.length + 0.5) / (hits.length + 0.5));
      for (const { text, count } of hits) {
        const norm = K1 * (1 - B + (B * (lengths[text] ?? 0)) / mean);
        scores[text] = (scores[text] ?? 0) + (weight * idf * count * (K1 + 1)) / (count + norm);
      }
    }
    return scores;
  };
}

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)) {
    for (let i = 0; i + 1 < word.length; i++) {
      const gram = word.slice(i, i + 2);
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
  }
  return counts;
}
