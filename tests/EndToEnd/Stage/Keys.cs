using Microsoft.Playwright;

namespace StretchChallenge.EndToEnd.Stage;

/// <summary>Somebody who has a keyboard alone, and who sees where they are at every step.</summary>
internal sealed class Keys(IPage page)
{
    private const int Most = 80;

    // A radio button's sign is drawn beside it.
    private const string Focus =
        """
        () => {
            const at = document.activeElement;
            if (at === null || at === document.body) return null;
            const isSeen = (element) => {
                const { outlineStyle, outlineWidth } = getComputedStyle(element);
                return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
            };
            const name = at.getAttribute('aria-label') || [...(at.labels ?? [])].map(({ innerText }) => innerText).join(' ')
                || at.innerText || '';
            const beside = at.nextElementSibling;
            return { name: name.trim(), isSeen: isSeen(at) || (beside !== null && isSeen(beside)), html: at.outerHTML.slice(0, 120) };
        }
        """;

    /// <summary>Goes on by Tab until something whose name begins so has the focus.</summary>
    public async Task GoToAsync(string name)
    {
        List<string> passed = [];
        for (var stop = 0; stop < Most; stop++)
        {
            await PressAsync("Tab");
            var focus = await page.EvaluateAsync<Stop?>(Focus);
            if (focus is null)
            {
                continue;
            }

            Assert.True(focus.IsSeen, $"The focus is not to be seen on {focus.Html}");
            passed.Add(focus.Name);
            if (focus.Name.StartsWith(name, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"Tab does not lead to \"{name}\" on {page.Url}, only to {string.Join(" / ", passed.Distinct())}");
    }

    /// <summary>Goes there, and presses a key.</summary>
    public async Task PressOnAsync(string name, string key = "Enter")
    {
        await GoToAsync(name);
        await PressAsync(key);
    }

    /// <summary>Goes to a field and fills it in.</summary>
    public async Task TypeAsync(string name, string text)
    {
        await GoToAsync(name);
        await page.Keyboard.TypeAsync(text);
    }

    /// <summary>Presses a key wherever the focus is.</summary>
    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    // Made by the browser's driver, which wants to set what it has read.
    private sealed class Stop
    {
        public string Name { get; set; } = "";

        public bool IsSeen { get; set; }

        public string Html { get; set; } = "";
    }
}
