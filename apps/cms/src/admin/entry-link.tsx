import { Link } from 'react-router-dom';
import { styled } from 'styled-components';

/** A link to an entry of the content manager, in colors that can be read by day and by night. */
export const EntryLink = styled(Link)`
  color: ${({ theme }) => theme.colors.primary600};
  font-size: 1.4rem;
  font-weight: 600;
  line-height: 1.4;
  overflow-wrap: anywhere;

  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
`;
