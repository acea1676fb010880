import { graphql } from '@clinic/types';

/** Fragments that several kinds of content share; every other one stands beside the operation that sends it. */

export const imageFragment = graphql(`
  fragment Picture on Image {
    url
    width
    height
    alt
    decorative
  }
`);

export const sourceFragment = graphql(`
  fragment SourceDetails on Source {
    citationKey
    authors
    title
    journal
    year
    volume
    issue
    pages
    doi
    pmid
    url
    studyDesign
    sampleSize
    note
    toVerify
  }
`);

export const articleCardFragment = graphql(
  `
    fragment ArticleCard on Article {
      slug
      title
      summary
      evidence
      readingMinutes
      firstPublishedAt
      category {
        slug
        name
        palette
      }
      cover {
        ...Picture
      }
    }
  `,
  [imageFragment],
);
