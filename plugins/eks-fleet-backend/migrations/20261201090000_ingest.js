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
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const sorted =
    knex.client.config.client === 'pg' ? 'varchar(30) collate "C"' : 'text';
  /** @param {import('knex').Knex.CreateTableBuilder} table */
  const feedColumns = table => {
    table.string('arn', 200).notNullable();
    table.string('feed', 63).notNullable();
  };

  await knex.schema.createTable('ingest_tokens', table => {
    table.comment('By what tools within clusters prove themselves');
    table.string('id', 36).primary();
    table.string('arn', 200).notNullable();
    table
      .string('cluster_created_at', 30)
      .notNullable()
      .comment('A cluster that is made again has other tokens');
    table.string('label', 100).notNullable();
    table.string('secret_hash', 64).notNullable().comment('SHA-256, hex');
    table.string('issued_by', 300).notNullable();
    table.specificType('issued_at', sorted).notNullable();
    table.specificType('expires_at', sorted).notNullable();
    table.specificType('last_used_at', sorted).notNullable().defaultTo('');
    table.string('last_used_for', 40).notNullable().defaultTo('');
    table.specificType('revoked_at', sorted).notNullable().defaultTo('');
    table.string('revoked_by', 300).notNullable().defaultTo('');
    table
      .string('active_key', 80)
      .comment('One of the places that a cluster has for valid tokens');
    table.unique(['active_key'], { indexName: 'ingest_tokens_active_idx' });
    table.index(['arn', 'issued_at'], 'ingest_tokens_arn_idx');
  });

  await knex.schema.createTable('pushed_feeds', table => {
    table.comment('What clusters push of policies, and when to take it in');
    feedColumns(table);
    table.string('cluster_created_at', 30).notNullable();
    table.specificType('heard_at', sorted).notNullable();
    table
      .specificType('fold_at', sorted)
      .notNullable()
      .comment('When to look at what was pushed; empty where there is nothing');
    table.string('lease_owner', 63).notNullable().defaultTo('');
    table.specificType('lease_until', sorted).notNullable().defaultTo('');
    table.primary(['arn', 'feed']);
    table.index(['fold_at'], 'pushed_feeds_due_idx');
  });

  await knex.schema.createTable('pushed_items', table => {
    table.comment('Single results and documents, each until it expires');
    feedColumns(table);
    table.string('item_key', 64).notNullable().comment('SHA-256, hex');
    table.specificType('received_at', sorted).notNullable();
    table.specificType('expires_at', sorted).notNullable();
    table.text('document').notNullable().comment('JSON');
    table.primary(['arn', 'feed', 'item_key']);
    table.index(['expires_at'], 'pushed_items_expiry_idx');
  });

  await knex.schema.createTable('pushed_snapshots', table => {
    table.comment('Snapshots that come in parts');
    feedColumns(table);
    table.string('snapshot', 36).notNullable();
    table.specificType('began_at', sorted).notNullable();
    table.specificType('touched_at', sorted).notNullable();
    table.string('state', 12).notNullable();
    table.integer('parts').notNullable().comment('So many came, in order');
    table.integer('bytes').notNullable();
    table.string('last_hash', 64).notNullable().comment('Of the last part');
    table.text('ending').notNullable().comment('JSON of the final part');
    table.primary(['arn', 'feed', 'snapshot']);
    table.index(['touched_at'], 'pushed_snapshots_touched_idx');
  });

  await knex.schema.createTable('pushed_parts', table => {
    table.comment('What parts of snapshots say, until it is taken in');
    feedColumns(table);
    table.string('snapshot', 36).notNullable();
    table.integer('sequence').notNullable();
    table.text('document').notNullable().comment('JSON');
    table.primary(['arn', 'feed', 'snapshot', 'sequence']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('pushed_parts');
  await knex.schema.dropTable('pushed_snapshots');
  await knex.schema.dropTable('pushed_items');
  await knex.schema.dropTable('pushed_feeds');
  await knex.schema.dropTable('ingest_tokens');
};
