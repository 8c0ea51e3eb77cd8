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
  const key =
    knex.client.config.client === 'pg' ? 'varchar(300) collate "C"' : 'text';

  await knex.schema.createTable('alerts', table => {
    table.comment('What sources of alerts said, firing and lately ended');
    table.string('source_id', 63).notNullable();
    table.string('fingerprint', 128).notNullable();
    table.string('source_kind', 20).notNullable();
    table.string('name', 200).notNullable();
    table.string('severity', 10).notNullable();
    table
      .string('state', 10)
      .notNullable()
      .comment('firing, silenced, resolved');
    table
      .specificType('sort_key', key)
      .notNullable()
      .comment('What fires first, the worst, the newest');
    table.text('summary').notNullable();
    table.text('description').notNullable();
    table.specificType('starts_at', sorted).notNullable();
    table.specificType('ends_at', sorted).notNullable();
    table.specificType('last_seen_at', sorted).notNullable();
    table.text('labels').notNullable().comment('JSON');
    table.text('search_text').notNullable();
    table.text('source_url').notNullable();
    table.text('runbook_url').notNullable();
    table.string('joined_by', 200).notNullable();
    table.boolean('ambiguous').notNullable();
    table.primary(['source_id', 'fingerprint']);
    table.index(['sort_key'], 'alerts_order_idx');
    table.index(['state', 'ends_at'], 'alerts_state_idx');
  });

  await knex.schema.createTable('alert_clusters', table => {
    table.comment('Which clusters an alert is about');
    table.string('source_id', 63).notNullable();
    table.string('fingerprint', 128).notNullable();
    table.string('arn', 200).notNullable();
    table.primary(['source_id', 'fingerprint', 'arn']);
    table.index(['arn'], 'alert_clusters_arn_idx');
  });

  await knex.schema.createTable('alert_sources', table => {
    table.comment('How reading and hearing each source of alerts went');
    table.string('id', 63).primary();
    table.string('kind', 20).notNullable();
    table.specificType('attempted_at', sorted).notNullable();
    table.specificType('succeeded_at', sorted).notNullable();
    table.specificType('watchdog_at', sorted).notNullable();
    table.string('error_code', 30).notNullable();
    table.text('error_message').notNullable();
    table.specificType('error_since', sorted).notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('alert_sources');
  await knex.schema.dropTable('alert_clusters');
  await knex.schema.dropTable('alerts');
};
