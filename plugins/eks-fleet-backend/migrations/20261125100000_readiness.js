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
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('readiness_clusters', table => {
    table.comment('When each cluster was assessed, and when it is to be again');
    sortedText(knex, table, 'arn').primary();
    table
      .string('cluster_created_at', 24)
      .notNullable()
      .defaultTo('')
      .comment('Another time is another cluster: nothing is inherited');
    table
      .string('cluster_hash', 64)
      .notNullable()
      .defaultTo('')
      .comment('Of the row in clusters that was assessed');
    table
      .string('mark', 36)
      .notNullable()
      .defaultTo('')
      .comment(
        'New with each change of what is known; empty where none is due',
      );
    table
      .string('claim', 36)
      .notNullable()
      .defaultTo('')
      .comment('Who assesses it; of two the one that came later writes');
    table.string('assessed_at', 24).notNullable().defaultTo('');
    table.string('due_at', 24).notNullable().defaultTo('');
    table.index(['due_at'], 'readiness_clusters_due_idx');
  });

  await knex.schema.createTable('readiness', table => {
    table.comment(
      'The verdict on each cluster for each version it can move to',
    );
    sortedText(knex, table, 'arn');
    table
      .integer('target_rank')
      .notNullable()
      .comment('As clusters.version_rank');
    table.primary(['arn', 'target_rank']);
    table.string('cluster_created_at', 24).notNullable().defaultTo('');
    table.string('target_version', 16).notNullable();
    table.string('verdict', 10).notNullable();
    table.string('verdict_since', 24).notNullable();
    table.integer('blockers').notNullable();
    table.integer('unknowns').notNullable();
    table.integer('warnings').notNullable();
    table.integer('waived').notNullable();
    table.text('first_blocker').notNullable().defaultTo('');
  });

  await knex.schema.createTable('readiness_findings', table => {
    table.comment('What stands between each cluster and each version');
    sortedText(knex, table, 'arn');
    table.integer('target_rank').notNullable();
    sortedText(knex, table, 'finding_key');
    table.primary(['arn', 'target_rank', 'finding_key']);
    sortedText(knex, table, 'cause_key');
    table.string('code', 64).notNullable();
    table.string('severity', 10).notNullable();
    table
      .text('owner')
      .notNullable()
      .defaultTo('')
      .comment('Entity reference; empty where it is the owner of the cluster');
    sortedText(knex, table, 'since');
    sortedText(knex, table, 'clears_at');
    table.integer('waived').notNullable().comment('1 where a waiver holds');
    table.text('message').notNullable();
    table
      .text('document')
      .notNullable()
      .comment('JSON: title, subject, fix, hop');
    table.index(['cause_key', 'arn'], 'readiness_findings_cause_idx');
  });

  await knex.schema.createTable('waivers', table => {
    table.comment(
      'Agreed, dated "go on in spite of this"; kept for a while after their end',
    );
    table.string('id', 36).primary();
    sortedText(knex, table, 'arn');
    table.string('cluster_created_at', 24).notNullable().defaultTo('');
    table.text('finding_key').notNullable();
    table.text('reason').notNullable();
    sortedText(knex, table, 'until_at');
    table.text('granted_by').notNullable();
    table.string('granted_at', 24).notNullable();
    table.string('ended_at', 24).notNullable().defaultTo('');
    table
      .text('ended_by')
      .notNullable()
      .defaultTo('')
      .comment('Empty where it ended by itself');
    table.index(['arn'], 'waivers_arn_idx');
    table.index(['ended_at', 'until_at'], 'waivers_until_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('waivers');
  await knex.schema.dropTable('readiness_findings');
  await knex.schema.dropTable('readiness');
  await knex.schema.dropTable('readiness_clusters');
};
