using Microsoft.Playwright;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>A page that the browser translates: as Chrome does it, each text node is replaced by elements with the translation.</summary>
internal static class PageTranslation
{
    // The words stay the same, so that they can be found.
    private const string Translate =
        """
        () => {
            const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
            const texts = [];
            while (walker.nextNode()) texts.push(walker.currentNode);
            for (const text of texts) {
                if (!text.data.trim() || text.parentElement.closest('[translate=no], script, style')) continue;
                const [outer, inner] = [document.createElement('font'), document.createElement('font')];
                inner.append(text.data);
                outer.append(inner);
                text.replaceWith(outer);
            }
        }
        """;

    /// <summary>Translates what the page shows now.</summary>
    public static Task TranslateAsync(IPage page) => page.EvaluateAsync(Translate);
}
