// One article as Markdown for a partner's site: typed from the query to the last word, and honest about what moved or is gone.
// Run it: npx tsx docs/examples/partner-page.ts http://localhost:1337 how-psychology-lost-and-found-trauma
import { articleBodyFragment, graphql, parseArticleBody, toMarkdown } from '@clinic/types';
import { GraphQLClient } from 'graphql-request';

const [cms = 'http://localhost:1337', slug = 'how-psychology-lost-and-found-trauma'] = process.argv.slice(2);

const partnerPageQuery = graphql(
  `
    query PartnerPage($slug: String!) {
      articleBySlug(slug: $slug) {
        __typename
        ... on Article {
          title
          attribution
          url
          body {
            ...ArticleBody
          }
          sources {
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
          }
        }
        ... on MovedArticle {
          to
        }
      }
    }
  `,
  [articleBodyFragment],
);

const client = new GraphQLClient(`${cms}/graphql`);
const { articleBySlug: found } = await client.request(partnerPageQuery, { slug });

if (found === null) console.log('There never was an article at this address.');
else if (found.__typename === 'GoneArticle') console.log('The article was withdrawn: remove your copy.');
else if (found.__typename === 'MovedArticle') console.log(`The article has moved to ${found.to}.`);
else {
  const text = toMarkdown(parseArticleBody(found.body), { sources: found.sources, origin: new URL(found.url).origin });
  console.log(`# ${found.title}\n\n${text}\n${found.attribution}`);
}
