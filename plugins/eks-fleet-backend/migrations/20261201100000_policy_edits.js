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

  await knex.schema.createTable('policy_layers', table => {
    table.comment('Files of the fleet repository that policies come from');
    table.string('path', 500).primary();
    table
      .string('head', 64)
      .notNullable()
      .comment('The commit that it was last read at');
    table.text('content').comment('Null where there is no such file');
  });

  await knex.schema.createTable('policy_edits', table => {
    table.comment('How policies were switched in the portal');
    table.string('id', 36).primary();
    table.string('state', 20).notNullable();
    table.string('policy', 100).notNullable().comment('Its name in the chart');
    table.string('requested_by', 300).notNullable();
    table.specificType('requested_at', sorted).notNullable();
    table.text('asked').notNullable().comment('JSON; never changes');
    table.text('acts').notNullable().comment('JSON; what people did');
    table.text('progress').notNullable().comment('JSON; what the portal did');
    table
      .specificType('next_at', sorted)
      .notNullable()
      .comment('When to take the next step; empty where there is none');
    table.string('lease_owner', 63).notNullable().defaultTo('');
    table.specificType('lease_until', sorted).notNullable().defaultTo('');
    table
      .integer('lease')
      .notNullable()
      .defaultTo(0)
      .comment('Grows with each claim; who has an older one records nothing');
    table.index(['next_at'], 'policy_edits_due_idx');
    table.index(['requested_at', 'id'], 'policy_edits_order_idx');
    table.index(['policy', 'requested_at'], 'policy_edits_policy_idx');
  });

  await knex.schema.createTable('policy_edit_files', table => {
    table.comment('The files of each edit');
    table.string('edit_id', 36).notNullable();
    table.string('path', 500).notNullable();
    table
      .string('active_key', 64)
      .comment('Of policy and file, as long as it is not merged or over');
    table.primary(['edit_id', 'path']);
    table.unique(['active_key'], {
      indexName: 'policy_edit_files_active_idx',
    });
  });

  await knex.schema.createTable('policy_edit_clusters', table => {
    table.comment('The clusters that each edit reaches');
    table.string('edit_id', 36).notNullable();
    table.string('arn', 200).notNullable();
    table.string('cluster_created_at', 30).notNullable();
    table.string('entity_ref', 300).notNullable();
    table.string('effect', 20).notNullable();
    table.text('detail').notNullable().comment('JSON; never changes');
    table.specificType('in_force_at', sorted).notNullable().defaultTo('');
    table.specificType('superseded_at', sorted).notNullable().defaultTo('');
    table.specificType('gone_at', sorted).notNullable().defaultTo('');
    table.primary(['edit_id', 'arn']);
    table.index(['arn'], 'policy_edit_clusters_arn_idx');
  });

  await knex.schema.createTable('policy_edit_events', table => {
    table.comment('What happened to each edit');
    table.bigIncrements('id').primary();
    table.string('edit_id', 36).notNullable();
    table.specificType('at', sorted).notNullable();
    table.string('actor', 300).notNullable();
    table.text('message').notNullable();
    table.index(['edit_id', 'id'], 'policy_edit_events_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('policy_edit_events');
  await knex.schema.dropTable('policy_edit_clusters');
  await knex.schema.dropTable('policy_edit_files');
  await knex.schema.dropTable('policy_edits');
  await knex.schema.dropTable('policy_layers');
};
