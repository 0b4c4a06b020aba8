export interface IndexDefinition {
  name: string;
  keys: { field: string; order: 1 | -1 }[];
  unique?: boolean;
}

/** What the cloud's console would be told about a collection. */
export interface CollectionDefinition {
  name: string;
  indexes: IndexDefinition[];
}
