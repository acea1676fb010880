import { useFetchClient, useForm } from '@strapi/strapi/admin';
import { useEffect, useMemo, useState } from 'react';

import { articleFindings } from '../../editorial/rules/article';
import type { Fields } from '../../editorial/rules/fields';
import { targetsOf } from '../../editorial/rules/links';
import type { Finding } from '../../editorial/rules/problem';
import { readingGrades, type SectionGrade } from '../../editorial/rules/reading-grade';
import { readAvoidedWords } from '../../editorial/rules/wording';

import { articleInForm, chosenSince, type Saved } from './article-in-form';

/** So long after the last keystroke the article is judged. */
const PAUSE_MS = 300;

interface Facts {
  siteOrigin: string;
  dead: string[];
  wordsToAvoid: string;
  saved: Saved | null;
  sources: Parameters<typeof articleInForm>[2];
}

export interface Judgement {
  findings: Finding[];
  grades: SectionGrade[];
}

/** What the form holds, once nobody has typed for a moment. A keystroke costs a timer and nothing else. */
function useSettledValues(): Fields {
  const values = useForm('ReadyToPublish', (form) => form.values) as Fields;
  const [settled, setSettled] = useState(values);
  useEffect(() => {
    const timer = setTimeout(() => {
      setSettled(values);
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [values]);
  return settled;
}

/** What the CMS says about the present links and sources; asked again when they change and after every save. */
function useFacts(values: Fields, documentId: string | null, version: string): Facts | null {
  const { post } = useFetchClient();
  const [facts, setFacts] = useState<Facts | null>(null);
  const question = useMemo(() => {
    const { paths } = targetsOf('api::article.article', values, facts?.siteOrigin ?? '');
    return JSON.stringify({ documentId, paths: paths.slice(0, 500), sources: chosenSince(values, 'sources') });
  }, [values, documentId, facts?.siteOrigin]);
  useEffect(() => {
    let isCurrent = true;
    post<Facts>('/readiness', JSON.parse(question)).then(
      ({ data }) => {
        if (isCurrent) setFacts(data);
      },
      // Signed out or offline: what was last known still holds, and saving will say more.
      () => undefined,
    );
    return () => {
      isCurrent = false;
    };
    // A new version of the document may refer to other things.
  }, [post, question, version]);
  return facts;
}

/** Judges the article in the form by the rules of the publish gate; null until the CMS has answered for the first time. */
export function useFindings(documentId: string | null, version: string): Judgement | null {
  const values = useSettledValues();
  const facts = useFacts(values, documentId, version);
  const wordsToAvoid = facts?.wordsToAvoid;
  const avoided = useMemo(() => readAvoidedWords(wordsToAvoid), [wordsToAvoid]);
  return useMemo(() => {
    if (!facts) return null;
    const started = performance.now();
    const article = articleInForm(values, facts.saved ?? {}, facts.sources);
    const { siteOrigin, dead } = facts;
    const findings = articleFindings(article, { siteOrigin, dead: new Set(dead), avoided });
    const judgement = { findings, grades: readingGrades(article) };
    performance.measure('ready-to-publish', { start: started });
    return judgement;
  }, [values, facts, avoided]);
}
