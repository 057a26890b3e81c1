"""Board software, in which articles are copied and passed on."""

from transforms.parse.sources.layout import Layout

LAYOUTS = (
    Layout(
        name="gnuboard",
        seen="2003-2026",
        mark="#bo_v_con, #bo_v_atc",
        body="#bo_v_con, #bo_v_atc",
        drop="#bo_v_img, #bo_v_share, #bo_v_act",
        title=".bo_v_tit; #bo_v_title; .view-title h1",
        kind="board",
        published="#bo_v_info .if_date; #bo_v_info time; #bo_v_info",
    ),
    Layout(
        name="xe",
        seen="2008-2026",
        mark=".xe_content, .rhymix_content, .document_read .read_body",
        body=".xe_content, .rhymix_content, .document_read .read_body",
        title=".read_header h1; .np_18px_span; .board_read .title",
        published=".read_header .date; .read_header .time; .rd_hd .date",
        kind="board",
    ),
)
