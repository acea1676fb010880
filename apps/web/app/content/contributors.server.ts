import { graphql, parseRichText, type FragmentOf } from '@clinic/types';

import { ask, askForAll, parsed } from './client.server.ts';
import { imageFragment } from './fragments.server.ts';

const contributorFragment = graphql(
  `
    fragment ContributorDetails on Contributor {
      slug
      name
      role
      credentials
      bio
      demo
      portrait {
        ...Picture
      }
    }
  `,
  [imageFragment],
);

const contributorListQuery = graphql(
  `
    query ContributorList($pagination: PaginationArg) {
      contributors(pagination: $pagination) {
        ...ContributorDetails
      }
    }
  `,
  [contributorFragment],
);

const contributorBySlugQuery = graphql(
  `
    query ContributorBySlug($slug: String!) {
      contributorBySlug(slug: $slug) {
        ...ContributorDetails
      }
    }
  `,
  [contributorFragment],
);

/** A person who writes or reviews. */
export type Contributor = FragmentOf<typeof contributorFragment>;

/** Everyone who wrote or reviewed a published article, by name. */
export async function listContributors(): Promise<Contributor[]> {
  const contributors = await askForAll(async (pagination) => (await ask(contributorListQuery, { pagination })).contributors);
  return contributors.map((contributor) => withCheckedBio('ContributorList', contributor));
}

/** The person at an address, or null. */
export async function findContributor(slug: string): Promise<Contributor | null> {
  const { contributorBySlug: contributor } = await ask(contributorBySlugQuery, { slug });
  return contributor && withCheckedBio('ContributorBySlug', contributor);
}

function withCheckedBio(operation: string, contributor: Contributor): Contributor {
  return { ...contributor, bio: parsed(operation, parseRichText, contributor.bio) };
}
