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
  await knex.schema.createTable('policy_hub_streams', table => {
    table.comment('How far Security Hub was read, by what is read of it');
    table.string('stream', 20).primary();
    table
      .text('scope')
      .notNullable()
      .defaultTo('')
      .comment('Account and Region that it is read from');
    table
      .string('claim', 36)
      .notNullable()
      .defaultTo('')
      .comment('Who reads it; of two, whoever began later');
    table
      .string('watermark', 24)
      .notNullable()
      .defaultTo('')
      .comment('Whatever was updated until then was read');
    table.integer('pass').notNullable().defaultTo(0).comment('Whole readings');
    table
      .string('full_started_at', 24)
      .notNullable()
      .defaultTo('')
      .comment('Of a whole reading that is not over');
    table
      .string('full_cursor', 24)
      .notNullable()
      .defaultTo('')
      .comment('How far that one has come');
    table
      .string('full_at', 24)
      .notNullable()
      .defaultTo('')
      .comment('When the last whole reading began');
    table
      .string('completed_at', 24)
      .notNullable()
      .defaultTo('')
      .comment('When the last reading began that came to its end');
    table.string('attempted_at', 24).notNullable().defaultTo('');
    table.string('error_code', 40).notNullable().defaultTo('');
    table.text('error_message').notNullable().defaultTo('');
    table.string('error_since', 24).notNullable().defaultTo('');
  });

  await knex.schema.createTable('policy_hub_findings', table => {
    table.comment('What Security Hub says of clusters now');
    table.string('key', 64).primary().comment('Of its product and id');
    table.string('stream', 20).notNullable();
    table.integer('pass').notNullable().comment('The last that it was in');
    table.string('updated_at', 24).notNullable();
    table.string('observed_at', 24).notNullable();
    table
      .string('arn', 200)
      .notNullable()
      .defaultTo('')
      .comment('Of the cluster; the inventory need not have it');
    table
      .string('misfit', 20)
      .notNullable()
      .defaultTo('')
      .comment('Why it is on no cluster');
    table.string('content_hash', 16).notNullable();
    table.text('document').notNullable().comment('JSON');
    table.index(['arn', 'key'], 'policy_hub_findings_arn_idx');
    table.index(['stream', 'pass'], 'policy_hub_findings_pass_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('policy_hub_findings');
  await knex.schema.dropTable('policy_hub_streams');
};
