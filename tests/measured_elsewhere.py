"""Tests that reach nothing that no other test reaches: the coverage of a run leaves them out, for measuring is slow.

Made from a run in which each test function had a context of its own (coverage's `switch_context`), in the order of what
they cost: whichever reached nothing alone, among those that were left, is named. A test that is not named is measured.
"""

from typing import Final

import pytest

TESTS: Final[dict[str, tuple[str, ...]]] = {
    "tests/apis/test_signed_revisions.py": (),
    "tests/apis/test_switches.py": (),
    "tests/apis/test_types.py": (),
    "tests/contract/test_first_answers.py": ("test_many_threads_may_read_the_first_answers_at_once",),
    "tests/contract/test_judged.py": ("test_the_stubs_answer_what_the_document_says",),
    "tests/contract/test_matrix.py": (),
    "tests/contract/test_outcomes.py": (),
    "tests/contract/test_report.py": (),
    "tests/envoice/cli/test_export.py": (
        "test_a_kill_half_way_loses_nothing_and_repeats_nothing",
        "test_a_page_that_was_written_and_not_counted_does_not_come_twice",
        "test_csv_is_guarded_and_has_the_fields",
        "test_json_lines_are_whole_and_exact",
        "test_parquet_has_exact_types",
        "test_what_is_added_meanwhile_repeats_no_row",
        "test_what_is_added_while_it_is_exported_repeats_and_hides_no_row",
        "test_what_is_deleted_meanwhile_hides_no_other_row",
    ),
    "tests/envoice/cli/test_process.py": ("test_a_locale_without_a_character_costs_only_that",),
    "tests/envoice/docs/test_blocks.py": (
        "test_mypy_accepts_the_python_of_every_page",
        "test_pyright_accepts_the_python_of_every_page",
    ),
    "tests/envoice/docs/test_webhooks_guide.py": (),
    "tests/envoice/examples/test_programs.py": (),
    "tests/envoice/test_answer_revisions.py": (),
    "tests/envoice/test_revisions.py": (),
    "tests/envoice/testing/test_fixtures.py": (),
    "tests/envoice/webhooks/test_fuzz.py": (
        "test_the_quick_look_at_the_depth_sees_what_a_slow_one_sees",
        "test_the_quick_reading_gives_what_the_thorough_one_gives",
    ),
    "tests/envoice/webhooks/test_identification.py": (
        "test_a_capture_may_be_a_whole_request_or_end_in_a_line_break",
        "test_every_construction_is_found",
        "test_one_of_several_secrets_is_found",
        "test_only_what_can_be_signed_with_is_tried",
        "test_the_line_that_is_printed_verifies_the_delivery",
    ),
    "tests/envoice/webhooks/test_schemes.py": (
        "test_every_construction_has_a_line_of_configuration",
        "test_every_construction_makes_the_signature_it_says",
    ),
    "tests/envoice/webhooks/test_sign_delivery.py": ("test_any_scheme_signs",),
    "tests/generator/cli/test_bad_input.py": (
        "test_a_schema_without_a_name",
        "test_an_inline_enum_without_a_name",
        "test_an_override_whose_symbol_is_gone",
    ),
    "tests/generator/cli/test_cli.py": (
        "test_the_committed_document_can_be_read_back",
        "test_what_is_committed_is_what_the_generator_makes",
    ),
    "tests/generator/cli/test_name_command.py": (
        "test_a_correction_that_finds_nothing_does_not_stand_in_the_way",
        "test_accepting_writes_each_with_its_origin_and_touches_nothing_else",
        "test_of_another_document_names_are_proposed_and_nothing_is_written",
        "test_of_the_pinned_document_everything_has_a_name",
        "test_of_the_pinned_document_what_has_lost_its_name_is_proposed",
        "test_two_operations_of_one_name_are_told_apart",
        "test_what_has_moved_since_the_pinned_document_keeps_its_name",
    ),
    "tests/generator/deprecation/test_cost.py": ("test_nothing_of_it_is_loaded_where_nothing_is_deprecated",),
    "tests/generator/deprecation/test_keep.py": (
        "test_a_body_that_was_referred_to_is_written_out",
        "test_a_replacement_that_is_not_there_is_refused",
        "test_texts_of_the_vendors_come_back_as_they_were",
        "test_the_lines_of_an_overlay_are_left_as_they_are",
        "test_the_overlay_says_where_it_came_from_and_is_the_same_before",
        "test_what_is_dropped_is_as_it_was_and_deprecated",
        "test_what_is_kept_can_be_generated_and_warns",
    ),
    "tests/generator/deprecation/test_overdue.py": (
        "test_it_names_what_is_due_and_the_file",
        "test_nothing_is_due_where_nothing_is_kept",
        "test_what_the_vendor_alone_deprecates_is_never_due",
    ),
    "tests/generator/deprecation/test_slips.py": (
        "test_a_replacement_that_is_not_there_is_refused",
        "test_a_replacement_that_is_there_is_taken",
        "test_a_target_that_is_not_there_is_named_with_its_action",
        "test_it_is_refused_where_nothing_would_come_of_it",
        "test_the_command_tells_it_without_a_traceback",
        "test_the_same_alias_may_stand_on_two_resources_and_two_models",
        "test_the_vendor_cannot_deprecate_with_our_words",
    ),
    "tests/generator/deprecation/test_type_checkers.py": (),
    "tests/generator/deprecation/test_wire.py": (
        "test_an_old_name_is_nothing_on_the_wire",
        "test_the_surface_says_what_became_deprecated_and_that_an_old_name_is_there",
        "test_what_an_overlay_states_for_the_vendor_is_told",
        "test_what_need_not_be_given_any_more_is_told_and_nothing_else",
    ),
    "tests/generator/diff/test_callers.py": (),
    "tests/generator/diff/test_moved_enums.py": ("test_an_enum_of_other_values_is_another_one",),
    "tests/generator/normalise/test_naming.py": (
        "TestComplete::test_most_of_what_is_proposed_is_what_a_person_has_chosen",
        "TestComplete::test_of_the_real_document_everything_can_be_named_without_any_table",
        "TestComplete::test_where_everything_has_a_name_nothing_is_filled_in",
    ),
    "tests/generator/project/test_any_document.py": (),
    "tests/generator/release/test_archives.py": ("test_the_same_commit_gives_the_same_bytes_elsewhere",),
    "tests/generator/release/test_commands.py": ("test_help_needs_no_tools",),
    "tests/generator/release/test_first_override.py": ("test_the_first_override",),
    "tests/generator/release/test_gates.py": (
        "test_nothing_of_the_earlier_wheel_runs",
        "test_what_breaks_demands_more",
    ),
    "tests/generator/release/test_index.py": ("test_where_packages_are_listed",),
    "tests/generator/release/test_inspection.py": (
        "test_a_source_archive_that_breaks_a_rule",
        "test_what_is_built_is_accepted_by_all",
    ),
    "tests/generator/release/test_process.py": ("test_what_is_cut_off_leaves_no_half_of_a_secret",),
    "tests/generator/release/test_publish.py": (
        "test_a_first_release_where_another_index_has_the_name",
        "test_a_refused_upload_is_a_sentence",
        "test_it_is_sent_and_tried",
    ),
    "tests/generator/release/test_workflows.py": (),
    "tests/generator/stubs/test_edges.py": (),
    "tests/generator/update/test_commands.py": (
        "TestDrift::test_none_is_status_0",
        "TestDrift::test_reports_go_where_they_are_asked_for",
        "TestDrift::test_the_status_says_how_bad_it_is",
        "TestReports::test_folders_that_are_missing_are_made",
        "TestReports::test_what_fails_late_does_not_say_that_nothing_was_changed",
    ),
    "tests/generator/update/test_update.py": (
        "TestFailures::test_a_correction_that_finds_nothing",
        "TestFailures::test_a_test_that_is_there_is_taken",
        "TestFailures::test_an_override_that_stands_on_what_goes",
        "TestFailures::test_names_that_are_missing",
        "TestFailures::test_tests_that_do_not_pass",
        "TestWishes::test_tests_can_be_chosen",
        "TestWishes::test_the_version_is_the_one_that_was_asked_for",
        "test_every_stage_is_one_that_was_interrupted",
        "test_what_goes_is_named_as_it_was",
    ),
    "tests/generator/verify/test_accepted.py": (
        "test_a_spoilt_memory_has_the_tree_judged_again",
        "test_another_python_settings_and_name_of_a_file_are_seen",
        "test_what_types_can_see_makes_another_digest",
        "test_what_types_cannot_see_makes_none",
    ),
    "tests/generator/verify/test_judges.py": (
        "test_the_type_checkers_accept_a_good_tree",
        "test_without_a_usage_sample_the_package_alone_is_judged",
    ),
    "tests/runtime/layout/test_floors.py": (),
    "tests/runtime/layout/test_imports.py": ("test_mypy_accepts_the_runtime",),
    "tests/runtime/transports/test_large_uploads.py": (),
    "tests/typing/test_checkers.py": (),
}
"""By file, the tests of it; none stands for all."""


def leave_out(items: list[pytest.Item]) -> None:
    """Have the named tests run without coverage.

    Args:
        items: The tests of this run.
    """
    for item in items:
        file, _, test = item.nodeid.partition("[")[0].partition("::")
        if file in TESTS and (not TESTS[file] or test in TESTS[file]):
            item.add_marker(pytest.mark.no_cover)
