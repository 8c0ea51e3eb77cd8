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

// @ts-check

/**
 * Text that sorts by code point on every database.
 *
 * @param {import('knex').Knex} knex
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {string} name
 */
function sortedText(knex, table, name) {
  const type = knex.client.config.client === 'pg' ? 'text COLLATE "C"' : 'text';
  return table.specificType(name, type).notNullable().defaultTo('');
}

/**
 * @param {import('knex').Knex.CreateTableBuilder} table
 * @param {string[]} names
 */
function counts(table, names) {
  for (const name of names) {
    table.integer(name).notNullable().defaultTo(0);
  }
}

/** Ways in to findings that are open; each gives an order as well. */
const OPEN_INDEXES = {
  severity: 'severity, id',
  first_seen: 'first_seen, id',
  due: 'due_at, id',
  namespace: 'namespace, id',
  policy: 'policy_id, severity, id',
  cluster: 'cluster_id, severity, id',
  owner: 'owner, severity, id',
  name: 'name_id',
};

/**
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('policy_clusters', table => {
    table.comment('Clusters of which policies were read, by a short key');
    table.increments('id');
    sortedText(knex, table, 'arn');
    sortedText(knex, table, 'created_at').comment(
      'Another time is another cluster: nothing is inherited',
    );
    table.unique(['arn', 'created_at']);
    table
      .string('due_key', 16)
      .notNullable()
      .defaultTo('')
      .comment('Of the rules and the environment that due dates were made by');
    table.string('known_since', 24).notNullable();
  });

  await knex.schema.createTable('policy_feeds', table => {
    table.comment('What each source last read whole of each cluster');
    table.increments('id');
    table.integer('cluster_id').notNullable();
    table.string('feed', 100).notNullable();
    table.unique(['cluster_id', 'feed']);
    table.string('observed_at', 24).notNullable().defaultTo('');
    table.string('fresh_until', 24).notNullable().defaultTo('');
    table.string('evaluated_at', 24).notNullable().defaultTo('');
    table.text('engines').notNullable().defaultTo('[]').comment('JSON array');
    table.string('passes', 12).notNullable().defaultTo('');
    table.smallint('truncated').notNullable().defaultTo(0);
    table.text('notes').notNullable().defaultTo('[]').comment('JSON array');
    table
      .text('source_state')
      .notNullable()
      .defaultTo('')
      .comment('What the source gave to have back');
    table
      .string('content_hash', 64)
      .notNullable()
      .defaultTo('')
      .comment('Of all that was read; empty while a part of it is written');
    table
      .string('claim', 36)
      .notNullable()
      .defaultTo('')
      .comment('Who writes in parts; of two, whoever began later');
    table.string('claimed_at', 24).notNullable().defaultTo('');
  });

  await knex.schema.createTable('policies', table => {
    table.comment('Policies over all clusters');
    table.increments('id');
    table
      .string('key', 16)
      .notNullable()
      .unique()
      .comment('Its id outside: of engine, kind, namespace and name');
    table.string('engine', 20).notNullable();
    table.text('kind').notNullable();
    table.text('namespace').notNullable().defaultTo('');
    sortedText(knex, table, 'name');
    table.text('title').notNullable().defaultTo('');
    table.text('category').notNullable().defaultTo('');
    table
      .smallint('severity')
      .notNullable()
      .comment('0 unknown, 1 info … 5 critical');
    table.text('description').notNullable().defaultTo('');
    table.text('remediation').notNullable().defaultTo('');
    table.text('documentation').notNullable().defaultTo('');
    table.text('search_text').notNullable().defaultTo('');
    table
      .string('described_at', 24)
      .notNullable()
      .defaultTo('')
      .comment('Clusters may disagree: it changes once a day at most');
    table.string('seen_at', 24).notNullable();
  });

  await knex.schema.createTable('policy_cells', table => {
    table.comment('How each policy stands on each cluster, by source');
    table.integer('feed_id').notNullable();
    table.integer('policy_id').notNullable();
    table.primary(['feed_id', 'policy_id']);
    table.integer('cluster_id').notNullable();
    table
      .smallint('seen')
      .notNullable()
      .comment('1 where its own object was seen');
    table.string('mode', 10).notNullable().defaultTo('');
    table
      .smallint('ready')
      .notNullable()
      .defaultTo(-1)
      .comment('-1 where the engine does not say');
    table.text('not_ready_because').notNullable().defaultTo('');
    table.text('version').notNullable().defaultTo('');
    counts(table, ['fail', 'warn', 'error', 'exempt', 'skip']);
    table
      .integer('pass')
      .notNullable()
      .defaultTo(-1)
      .comment('-1 where it is not known');
    table.string('passes', 12).notNullable().defaultTo('');
    table
      .smallint('at_least')
      .notNullable()
      .defaultTo(0)
      .comment('1 where there are more findings than could be read');
    table
      .smallint('severity')
      .notNullable()
      .defaultTo(0)
      .comment('The worst of what is not exempt');
    table
      .string('evaluated_at', 24)
      .notNullable()
      .defaultTo('')
      .comment('Where the engine last looked long before the source did');
    table.string('known_since', 24).notNullable();
    table
      .string('last_failed_at', 24)
      .notNullable()
      .defaultTo('')
      .comment('Of what fails now, the last snapshot of its source');
    table.index(['cluster_id', 'policy_id'], 'policy_cells_cluster_idx');
    table.index(['policy_id', 'cluster_id'], 'policy_cells_policy_idx');
  });

  await knex.schema.createTable('policy_counts', table => {
    table.comment('Open findings of each policy on each cluster by severity');
    table.integer('feed_id').notNullable();
    table.integer('policy_id').notNullable();
    table.smallint('severity').notNullable();
    table.primary(['feed_id', 'policy_id', 'severity']);
    table.integer('cluster_id').notNullable();
    counts(table, ['fail', 'warn', 'error', 'exempt']);
    table.index(['cluster_id'], 'policy_counts_cluster_idx');
  });

  await knex.schema.createTable('policy_words', table => {
    table.comment(
      'Names and rules of findings, each once: many findings share them, and text is looked for here',
    );
    table.increments('id');
    sortedText(knex, table, 'word').unique();
    table
      .smallint('uses')
      .notNullable()
      .comment('1 as a name, 2 as a rule, 4 as a namespace, or their sum');
    table.string('seen_at', 10).notNullable().comment('The day');
  });

  await knex.schema.createTable('findings', table => {
    table.comment(
      'What findings are filtered and sorted by; rows are kept short, as a million of them are looked through. Times are milliseconds',
    );
    table.bigInteger('id').primary().comment('Of its row in finding_texts');
    table.bigInteger('first_seen').notNullable();
    table
      .bigInteger('due_at')
      .notNullable()
      .comment('The end of the year 9999 where there is none');
    table
      .bigInteger('resolved_at')
      .notNullable()
      .defaultTo(0)
      .comment('0 while it is open');
    table
      .bigInteger('last_seen')
      .notNullable()
      .defaultTo(0)
      .comment('Of what is resolved; else the last snapshot of its source');
    table.integer('feed_id').notNullable();
    table.integer('cluster_id').notNullable();
    table.integer('policy_id').notNullable();
    table.integer('name_id').notNullable();
    table.integer('rule_id').notNullable();
    table.smallint('severity').notNullable();
    table
      .smallint('result')
      .notNullable()
      .comment('0 exempt, 1 warn, 2 error, 3 fail');
    sortedText(knex, table, 'namespace');
    sortedText(knex, table, 'kind');
    sortedText(knex, table, 'owner').comment(
      'Entity reference; empty where it is the owner of the cluster',
    );
  });
  for (const [name, columns] of Object.entries(OPEN_INDEXES)) {
    await knex.raw(
      `create index findings_${name}_idx on findings (${columns}) where resolved_at = 0`,
    );
  }
  await knex.raw(
    'create index findings_resolved_idx on findings (resolved_at, id) where resolved_at > 0',
  );

  await knex.schema.createTable('finding_texts', table => {
    table.comment('What of findings is shown and not filtered by');
    table.bigIncrements('id');
    table.integer('feed_id').notNullable();
    sortedText(knex, table, 'fingerprint');
    table.unique(['feed_id', 'fingerprint']);
    table
      .string('content_hash', 16)
      .notNullable()
      .comment('Of all that may differ between two scans');
    table.text('api_version').notNullable();
    table.string('owner_from', 10).notNullable();
    table.text('message').notNullable();
    table.text('exceptions').notNullable().comment('JSON array');
    table.text('properties').notNullable().comment('JSON object');
    table.index(['fingerprint'], 'finding_texts_fingerprint_idx');
  });

  await knex.schema.createTable('finding_exceptions', table => {
    table.comment('Which exceptions open findings name');
    table.bigInteger('finding_id').notNullable();
    sortedText(knex, table, 'name').comment('As namespace/name');
    table.primary(['finding_id', 'name']);
    table.integer('cluster_id').notNullable();
    table.index(['name', 'cluster_id'], 'finding_exceptions_name_idx');
  });

  await knex.schema.createTable('policy_assignments', table => {
    table.comment('Who looks after which finding');
    table.integer('cluster_id').notNullable();
    sortedText(knex, table, 'fingerprint');
    table.primary(['fingerprint', 'cluster_id']);
    sortedText(knex, table, 'assignee');
    table.text('note').notNullable().defaultTo('');
    table.text('assigned_by').notNullable();
    table.string('assigned_at', 24).notNullable();
    table.index(['assignee'], 'policy_assignments_assignee_idx');
  });

  await knex.schema.createTable('policy_exceptions', table => {
    table.comment('Exemptions as each cluster has them');
    table.integer('feed_id').notNullable();
    table
      .string('key', 16)
      .notNullable()
      .comment('Of engine, kind, namespace and name');
    table.primary(['feed_id', 'key']);
    table.integer('cluster_id').notNullable();
    table
      .string('spec_key', 16)
      .notNullable()
      .comment('Of all of it: what is the same on several clusters is one');
    table.text('document').notNullable().comment('JSON');
    table.index(['cluster_id'], 'policy_exceptions_cluster_idx');
  });

  await knex.schema.createTable('policy_trend', table => {
    table.comment(
      'By how much each day changed the number of findings; their sum is how many there are',
    );
    table.integer('cluster_id').notNullable();
    table
      .integer('policy_id')
      .notNullable()
      .comment('0 over all policies of the cluster');
    table
      .integer('day')
      .notNullable()
      .comment('Since 1970 in UTC; 0 for all that is older than two years');
    table.primary(['policy_id', 'cluster_id', 'day']);
    counts(table, ['fail', 'warn', 'error', 'exempt', 'added', 'resolved']);
    table.index(['cluster_id', 'day'], 'policy_trend_cluster_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'policy_trend',
    'policy_exceptions',
    'policy_assignments',
    'finding_exceptions',
    'finding_texts',
    'findings',
    'policy_words',
    'policy_counts',
    'policy_cells',
    'policies',
    'policy_feeds',
    'policy_clusters',
  ]) {
    await knex.schema.dropTable(table);
  }
};
