import type { ComponentType, ReactNode } from 'react';

/** What Strapi hands to a panel beside an entry. */
interface PanelProps {
  activeTab: 'draft' | 'published' | null;
  collectionType: string;
  model: string;
  documentId?: string | undefined;
  document?: Record<string, unknown> | undefined;
}

/** A panel beside an entry. Strapi renders it as a component, so hooks may be used in it. */
export type PanelComponent = (props: PanelProps) => { title: string; content: ReactNode } | null;

/** An action on several entries of a list. Strapi renders it as a component, so hooks may be used in it. */
export interface BulkAction {
  (props: { model: string; documents: { documentId: string }[] }): { dialog?: object; [key: string]: unknown } | null;
  type?: 'delete' | 'publish' | 'unpublish';
}

/** A widget of the home page, as Strapi registers it. */
export interface HomeWidget {
  id: string;
  icon: ComponentType;
  title: { id: string; defaultMessage: string };
  component: () => Promise<ComponentType>;
  permissions: { action: string; subject: string }[];
}

/** The parts of Strapi's app that the desk extends. */
export interface DeskApp {
  addMenuLink: (page: object) => void;
  customFields: { register: (fields: object[]) => void };
  registerHook: (name: string, change: (given: never) => unknown) => void;
  widgets: { register: (change: (widgets: HomeWidget[]) => HomeWidget[]) => void };
  getPlugin: (name: 'content-manager') => {
    apis: {
      addEditViewSidePanel: (panels: PanelComponent[]) => void;
      addBulkAction: (change: (actions: BulkAction[]) => BulkAction[]) => void;
    };
    injectComponent: (view: string, zone: string, component: { name: string; Component: ComponentType }) => void;
  };
}
