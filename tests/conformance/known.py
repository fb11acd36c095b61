"""The scenarios that fail, and why. Another one that fails, or one of these that passes, fails a run."""

_CODE = "what is expected stands in code alone, from which no argument can be derived"
_LINK = "the next page is behind a link in the answer, of which OpenAPI says nothing"
_ACCEPT = "each declared media type is asked for; the suite also asks for one that is none, which a method refuses"

FAILING = {
    "Encode_Bytes_RequestBody_base64url": "the compiled document says `byte` in place of `base64url`",
    "Parameters_Path_optional": "a path has all its parameters in OpenAPI",
    "Payload_ContentNegotiation_DifferentBody": _ACCEPT,
    "Payload_ContentNegotiation_SameBody": _ACCEPT,
    "Payload_MultiPart_FormData_File_uploadFileArray": _CODE,
    "Payload_MultiPart_FormData_File_uploadFileRequiredFilename": _CODE,
    "Payload_MultiPart_FormData_File_uploadFileSpecificContentType": _CODE,
    "Payload_MultiPart_FormData_HttpParts_jsonArrayAndFileArray": (
        "an encoding of OpenAPI is that of each item of a list, which is a part then; the suite wants one for all"
    ),
    "Payload_Pageable_ServerDrivenPagination_link": _LINK,
    "Payload_Pageable_ServerDrivenPagination_linkString": _LINK,
    "Payload_Pageable_ServerDrivenPagination_nestedLink": _LINK,
    "Payload_Pageable_XmlPagination_listWithNextLink": _LINK,
    "Type_File_Body_uploadFileJsonContentType": "a file that is called JSON is sent as a text of JSON, in Base64",
}
"""Why each of them cannot pass."""
