/*
 * Copyright 2026 The EKS Fleet Authors
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */

import type { Knex } from 'knex';
import { chunks } from '../../database/chunks';
import type { LayerStore, LayerText } from './types';

interface LayerRow {
  path: string;
  head: string;
  content: string | null;
}

const PER_STATEMENT = 200;

/** {@link LayerStore} on PostgreSQL or SQLite. */
export class DatabaseLayerStore implements LayerStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async heads(): Promise<Map<string, string>> {
    const rows = await this.#knex<LayerRow>('policy_layers').select(
      'path',
      'head',
    );
    return new Map(rows.map(({ head, path }) => [path, head]));
  }

  async read(paths: string[]): Promise<Map<string, LayerText>> {
    const found = new Map<string, LayerText>();
    for (const part of chunks(paths, PER_STATEMENT)) {
      const rows = await this.#knex<LayerRow>('policy_layers').whereIn(
        'path',
        part,
      );
      for (const { content, head, path } of rows) {
        found.set(path, { path, head, text: content ?? undefined });
      }
    }
    return found;
  }

  async put(layers: LayerText[]): Promise<void> {
    for (const part of chunks(layers, PER_STATEMENT)) {
      await this.#knex<LayerRow>('policy_layers')
        .insert(
          part.map(({ head, path, text }) => ({
            path,
            head,
            content: text ?? null,
          })),
        )
        .onConflict('path')
        .merge();
    }
  }

  async retain(paths: ReadonlySet<string>): Promise<void> {
    const gone = [...(await this.heads()).keys()].filter(
      path => !paths.has(path),
    );
    for (const part of chunks(gone, PER_STATEMENT)) {
      await this.#knex('policy_layers').whereIn('path', part).delete();
    }
  }
}
