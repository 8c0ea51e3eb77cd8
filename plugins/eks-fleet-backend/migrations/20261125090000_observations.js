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
  await knex.schema.createTable('observations', table => {
    table.comment(
      'What was last observed of each cluster, by kind, and when it is looked at again; what is not known is empty',
    );
    table.text('arn').notNullable();
    table.string('kind', 100).notNullable();
    table.primary(['arn', 'kind']);
    table
      .string('cluster_created_at', 24)
      .notNullable()
      .defaultTo('')
      .comment('Tells a cluster from one made again');
    table.string('partition', 16).notNullable();
    table.string('account_id', 12).notNullable();
    table.string('region', 40).notNullable();
    table.text('name').notNullable();
    table.text('version').notNullable().defaultTo('');
    table
      .text('entity_ref')
      .notNullable()
      .defaultTo('')
      .comment('Empty until the catalog has the cluster');
    table.string('source', 16).notNullable().defaultTo('');
    table
      .string('next_at', 24)
      .notNullable()
      .defaultTo('')
      .comment('Empty where others bring it');
    table.string('wanted_until', 24).notNullable().defaultTo('');
    table.string('requested_at', 24).notNullable().defaultTo('');
    table.string('lease_owner', 40).notNullable().defaultTo('');
    table.string('lease_until', 24).notNullable().defaultTo('');
    table
      .integer('lease')
      .notNullable()
      .defaultTo(0)
      .comment('Grows with each claim, so that a late result is known as such');
    table.integer('failures').notNullable().defaultTo(0);
    table.string('attempted_at', 24).notNullable().defaultTo('');
    table.string('observed_at', 24).notNullable().defaultTo('');
    table.string('fresh_until', 24).notNullable().defaultTo('');
    table.text('document').notNullable().defaultTo('').comment('JSON');
    table
      .string('document_hash', 64)
      .notNullable()
      .defaultTo('')
      .comment('An equal document is not written again');
    table.string('error_code', 20).notNullable().defaultTo('');
    table.text('error_message').notNullable().defaultTo('');
    table.string('error_since', 24).notNullable().defaultTo('');
    table.index(['next_at'], 'observations_due_idx');
    table.index(['lease_until'], 'observations_lease_idx');
    table.index(['kind', 'observed_at'], 'observations_age_idx');
  });

  await knex.schema.createTable('addon_versions', table => {
    table.comment('Which add-on versions EKS offers for a Kubernetes version');
    table.string('partition', 16).notNullable();
    table.string('region', 40).notNullable();
    table.string('kubernetes_version', 20).notNullable();
    table.primary(['partition', 'region', 'kubernetes_version']);
    table.text('document').notNullable().defaultTo('').comment('JSON');
    table.string('observed_at', 24).notNullable().defaultTo('');
    table.string('attempted_at', 24).notNullable().defaultTo('');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('addon_versions');
  await knex.schema.dropTable('observations');
};
