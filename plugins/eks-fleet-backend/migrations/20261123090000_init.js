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
 * Text that sorts by code point on every database, so that pages and their
 * cursors do not depend on a server's locale.
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
  await knex.schema.createTable('clusters', table => {
    table.comment('Clusters of the catalog; what is not known is empty');
    sortedText(knex, table, 'entity_ref').primary();
    table.string('origin', 16).notNullable().comment('eks-fleet or foreign');
    table.text('provider').notNullable().defaultTo('');
    table.text('arn').notNullable().defaultTo('');
    table.text('partition').notNullable().defaultTo('');
    sortedText(knex, table, 'account_id');
    table.text('account_name').notNullable().defaultTo('');
    sortedText(knex, table, 'region');
    table.text('name').notNullable();
    sortedText(knex, table, 'name_key').comment('The name in lower case');
    table.text('version').notNullable().defaultTo('');
    table
      .integer('version_rank')
      .notNullable()
      .comment('Orders 1.9 before 1.31; -1 for none');
    table.text('platform_version').notNullable().defaultTo('');
    sortedText(knex, table, 'status');
    sortedText(knex, table, 'created_at').comment('ISO 8601, UTC');
    table.text('support_type').notNullable().defaultTo('');
    sortedText(knex, table, 'owner').comment('Entity reference, lower case');
    table.text('system').notNullable().defaultTo('');
    sortedText(knex, table, 'environment');
    table.text('search_text').notNullable().defaultTo('');
    table.text('labels').notNullable().comment('JSON object');
    table.text('links').notNullable().comment('JSON array');
    table.text('location').notNullable().defaultTo('');
    table.text('conflicts_with').notNullable().defaultTo('');
    table
      .string('hash', 64)
      .notNullable()
      .comment('Of all other columns: unchanged rows are not written');
    table.index(['name_key', 'entity_ref'], 'clusters_name_idx');
    table.index(['account_id', 'region'], 'clusters_target_idx');
    table.index(['arn'], 'clusters_arn_idx');
    table.index(['partition', 'version'], 'clusters_version_idx');
    table.index(['owner'], 'clusters_owner_idx');
    table.index(['environment'], 'clusters_environment_idx');
  });

  await knex.schema.createTable('cluster_labels', table => {
    table.comment('Labels of clusters, for filters and permission conditions');
    sortedText(knex, table, 'entity_ref')
      .references('entity_ref')
      .inTable('clusters')
      .onDelete('CASCADE');
    table.text('key').notNullable();
    table.text('value').notNullable();
    table.primary(['entity_ref', 'key']);
    table.index(['key', 'value'], 'cluster_labels_value_idx');
  });

  await knex.schema.createTable('inventory_state', table => {
    table.comment('One row: which state of the catalog the clusters show');
    table.integer('id').primary();
    table
      .integer('generation')
      .notNullable()
      .comment('Grows with each change, so that an older one cannot follow');
  });
  await knex('inventory_state').insert({ id: 1, generation: 0 });

  await knex.schema.createTable('targets', table => {
    table.comment('What discovery last reported of each target');
    table.string('provider', 100).notNullable();
    table.string('account_id', 12).notNullable();
    table.string('region', 40).notNullable();
    table.primary(['provider', 'account_id', 'region']);
    table.string('partition', 16).notNullable();
    table.text('account_name').notNullable().defaultTo('');
    table.text('role_arn').notNullable().defaultTo('');
    table.text('caller_arn').notNullable().defaultTo('');
    table.string('last_attempt_at', 24).notNullable().defaultTo('');
    sortedText(knex, table, 'last_success_at');
    table.string('next_attempt_at', 24).notNullable().defaultTo('');
    table.string('fresh_until', 24).notNullable().defaultTo('');
    table.string('unmanaged_since', 24).notNullable().defaultTo('');
    table.string('remove_at', 24).notNullable().defaultTo('');
    table.string('error_code', 20).notNullable().defaultTo('');
    table.text('error_message').notNullable().defaultTo('');
    table.string('error_since', 24).notNullable().defaultTo('');
    table.integer('cluster_count').notNullable();
    table.text('rejects').notNullable().comment('JSON array');
    table.text('held_removals').notNullable().comment('JSON array');
    table.string('reported_at', 24).notNullable();
    table.index(['reported_at'], 'targets_reported_idx');
  });

  await knex.schema.createTable('unreadable_clusters', table => {
    table.comment('Clusters that a target lists and could not describe');
    table.string('provider', 100).notNullable();
    table.string('account_id', 12).notNullable();
    table.string('region', 40).notNullable();
    table.string('name', 200).notNullable();
    table.primary(['provider', 'account_id', 'region', 'name']);
    table.string('code', 20).notNullable();
    table.text('reason').notNullable();
  });

  await knex.schema.createTable('kubernetes_versions', table => {
    table.comment('The support calendar, as EKS tells it');
    table.string('partition', 16).notNullable();
    table.string('version', 20).notNullable();
    table.primary(['partition', 'version']);
    table.string('release_date', 24).notNullable().defaultTo('');
    table.string('end_of_standard_support', 24).notNullable().defaultTo('');
    table.string('end_of_extended_support', 24).notNullable().defaultTo('');
    table.string('observed_at', 24).notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'kubernetes_versions',
    'unreadable_clusters',
    'targets',
    'inventory_state',
    'cluster_labels',
    'clusters',
  ]) {
    await knex.schema.dropTable(table);
  }
};
