#include "data/export/pack_html.h"

#include <array>

#include <sodium.h>

#include "assets/embedded.h"
#include "data/export/pack_html_sections.h"
#include "data/export/pack_words.h"

namespace sightline {
namespace {

using html::add;
using html::addText;
using html::Node;

/// "sha256-…", as a content security policy names the one style sheet that it lets in.
std::string digestOf(const std::string& style) {
    std::array<unsigned char, crypto_hash_sha256_BYTES> digest{};
    crypto_hash_sha256(digest.data(), reinterpret_cast<const unsigned char*>(style.data()), style.size());
    std::array<char, sodium_base64_ENCODED_LEN(crypto_hash_sha256_BYTES, sodium_base64_VARIANT_ORIGINAL)> text{};
    sodium_bin2base64(text.data(), text.size(), digest.data(), digest.size(), sodium_base64_VARIANT_ORIGINAL);
    return std::string("sha256-") + text.data();
}

void addHead(Node root, const Pack& pack) {
    const Checklist& checklist = pack.checklist();
    const std::string style(embeddedFile("pack.css"));
    const Node head = add(root, "head");
    add(head, "meta", {{"charset", "utf-8"}});
    add(head, "meta",
        {{"http-equiv", "Content-Security-Policy"},
         {"content", "default-src 'none'; style-src '" + digestOf(style) + "'; base-uri 'none'; form-action 'none'"}});
    add(head, "meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
    add(head, "meta", {{"name", "referrer"}, {"content", "no-referrer"}});
    addText(head, "title", checklist.title + ", " + checklist.authority + ". " + positionWords(pack));
    addText(head, "style", style);
}

void addBanner(Node body, const Pack& pack) {
    const Checklist& checklist = pack.checklist();
    const Node banner = add(body, "header");
    addText(banner, "p", checklist.authority + (checklist.service.empty() ? "" : " · " + checklist.service),
            {{"class", "authority"}});
    addText(banner, "h1", checklist.title);
    addText(banner, "p", positionWords(pack) + ". " + asOfWords(pack) + ".");
}

void addContents(Node body, const Pack& pack) {
    const Node nav = add(body, "nav", {{"aria-labelledby", "contents"}});
    addText(nav, "h2", "Contents", {{"id", "contents"}});
    const Node list = add(nav, "ul");
    const auto entry = [&](const std::string& id, const std::string& words) {
        addText(add(list, "li"), "a", words, {{"href", "#" + id}});
    };
    entry("overview", "Overview");
    entry("map", "Assurance map");
    for (const Element& element : pack.checklist().elements)
        entry(html::elementId(element.number), std::to_string(element.number) + " " + element.title);
    entry("actions", "Actions");
    if (pack.changes) entry("changes", "What changed");
    entry("legend", "How to read this");
    entry("about", "About this checklist");
}

void addMain(Node body, const Pack& pack) {
    // The skip link leads here; only then does it take the focus.
    const Node main = add(body, "main", {{"id", "main"}, {"tabindex", "-1"}});
    html::overviewSection(main, pack);
    html::mapSection(main, pack);
    for (size_t i = 0; i < pack.checklist().elements.size(); ++i) html::elementSection(main, pack, i);
    html::actionsSection(main, pack);
    if (pack.changes) html::changesSection(main, pack);
    html::legendSection(main, pack);
    html::aboutSection(main, pack);
}

} // namespace

Result<std::string> packHtml(const Pack& pack) {
    pugi::xml_document document;
    const Node root = add(document, "html", {{"lang", "en-GB"}});
    addHead(root, pack);
    const Node body = add(root, "body");
    addText(body, "a", "Skip to the content", {{"class", "skip"}, {"href", "#main"}});
    addBanner(body, pack);
    addContents(body, pack);
    addMain(body, pack);
    const Node foot = add(body, "footer");
    addText(foot, "p", pack.checklist().authority + ". " + positionWords(pack) + ". " + asOfWords(pack) + ".");
    addText(foot, "p", snapshotIdentity(*pack.snapshot) + ".");
    return html::write(document);
}

} // namespace sightline
